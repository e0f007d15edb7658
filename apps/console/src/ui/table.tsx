import type { ReactNode } from 'react';
import './table.css';

/** One column of a {@link Table}. */
export interface TableColumn<T> {
  readonly key: string;
  readonly head: ReactNode;
  readonly renderCell: (row: T) => ReactNode;
  readonly number?: boolean;
}

/**
 * A plain table that scrolls sideways inside itself where it is too wide. For more than some hundred rows use
 * {@link VirtualList}.
 * @example <Table label={t('people.title')} rows={people} keyOf={(person) => person.id} columns={[…]} />
 */
export function Table<T>(props: {
  readonly label: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly columns: readonly TableColumn<T>[];
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={props.label} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className={column.number === true ? 'table-number' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.keyOf(row)}>
              {props.columns.map((column) => (
                <td key={column.key} className={column.number === true ? 'table-number' : undefined}>
                  {column.renderCell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
