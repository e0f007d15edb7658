import { useState } from 'react';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field, Select } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';
import { QueryField } from '../query/query-field.js';
import { densities } from './column-head.js';
import { titleOf, useColumnChanges, type LiveColumn } from './use-columns.js';

/**
 * Adds a column, or edits one. The query is parsed while it is typed.
 * @example <ColumnDialog column={undefined} query={query} onClose={…} onSaved={…} />
 */
export function ColumnDialog(props: {
  readonly column: LiveColumn | undefined;
  /** what a new column begins with */
  readonly query?: string;
  readonly onClose: () => void;
  readonly onSaved?: () => void;
}) {
  const t = useMessages();
  const { column } = props;
  const [title, setTitle] = useState(column?.title ?? '');
  const [query, setQuery] = useState(column?.query ?? props.query ?? '');
  const [density, setDensity] = useState<LiveColumn['density']>(column?.density ?? 'text');
  const { add, change } = useColumnChanges();
  const saving = column === undefined ? add : change;
  const save = () => {
    const body = { title: titleOf({ title, query }, t('live.everything')).slice(0, 120), query: query.trim(), density };
    const options = {
      onSuccess: () => {
        props.onSaved?.();
        props.onClose();
      },
    };
    if (column === undefined) add.mutate(body, options);
    else change.mutate({ id: column.id, ...body }, options);
  };
  return (
    <Dialog
      wide
      title={column === undefined ? t('live.addTitle') : t('live.editColumn')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" type="submit" form="column-form" disabled={saving.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <form
        id="column-form"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <QueryField
          label={t('live.columnQuery')}
          hint={t('live.columnQueryHint')}
          value={query}
          onValue={setQuery}
          initialFocus
        />
        <Field
          label={t('live.columnTitle')}
          hint={t('live.columnTitleHint')}
          maxLength={120}
          value={title}
          onValue={setTitle}
        />
        <Select
          label={t('live.density')}
          value={density}
          onValue={setDensity}
          options={densities.map((value) => ({ value, label: t(`live.density-${value}`) }))}
        />
        {saving.isError && <ErrorNote error={saving.error} />}
      </form>
    </Dialog>
  );
}
