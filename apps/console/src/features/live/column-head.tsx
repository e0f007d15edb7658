import { useState } from 'react';
import { useMessages } from '../../i18n/i18n.js';
import { IconButton } from '../../ui/button.js';
import { Select } from '../../ui/field.js';
import { Kbd } from '../../ui/kbd.js';
import { Untrusted } from '../../ui/untrusted.js';
import { titleOf, useColumnChanges, type LiveColumn } from './use-columns.js';
import { VolumeLine } from './volume-line.js';

export const densities: readonly LiveColumn['density'][] = ['compact', 'text', 'card'];

/** Number, name and volume of a column; its options open below. */
export function ColumnHead(props: {
  readonly column: LiveColumn;
  readonly index: number;
  readonly columns: number;
  readonly now: number;
  readonly headingId: string;
  readonly onEdit: () => void;
}) {
  const t = useMessages();
  const [options, setOptions] = useState(false);
  const { column, index } = props;
  const title = titleOf(column, t('live.everything'));
  return (
    <header className="live-head">
      <div className="live-name">
        {index < 9 && <Kbd code={`Digit${index + 1}`} />}
        <h2 id={props.headingId}>
          <Untrusted text={title} />
        </h2>
        <VolumeLine title={title} volume={column.volume} now={props.now} />
        <IconButton
          icon="more"
          label={t('live.options', { title })}
          aria-expanded={options}
          onClick={() => setOptions(!options)}
        />
      </div>
      {column.problems.length > 0 && <p className="live-problem small">{t('live.queryProblems')}</p>}
      {options && <ColumnOptions {...props} />}
    </header>
  );
}

function ColumnOptions(props: {
  readonly column: LiveColumn;
  readonly index: number;
  readonly columns: number;
  readonly onEdit: () => void;
}) {
  const t = useMessages();
  const { change, move, remove } = useColumnChanges();
  const { column, index } = props;
  return (
    <div className="live-options">
      <Select
        label={t('live.density')}
        value={column.density}
        onValue={(density) => change.mutate({ id: column.id, density })}
        options={densities.map((density) => ({ value: density, label: t(`live.density-${density}`) }))}
      />
      <span className="live-buttons">
        <IconButton
          icon="previous"
          label={t('live.moveBack')}
          disabled={index === 0 || move.isPending}
          onClick={() => move.mutate({ column, position: index - 1 })}
        />
        <IconButton
          icon="next"
          label={t('live.moveOn')}
          disabled={index === props.columns - 1 || move.isPending}
          onClick={() => move.mutate({ column, position: index + 1 })}
        />
        <IconButton icon="edit" label={t('live.editColumn')} onClick={props.onEdit} />
        <IconButton
          icon="trash"
          label={t('ui.remove')}
          disabled={remove.isPending}
          onClick={() => remove.mutate(column)}
        />
      </span>
    </div>
  );
}
