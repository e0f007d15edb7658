import type { QueryChip } from '@vedette/contract';
import { Fragment } from 'react';
import { useMessages } from '../../i18n/i18n.js';
import { IconButton } from '../../ui/button.js';
import { Untrusted } from '../../ui/untrusted.js';
import './query.css';

/**
 * A query as it was understood: each part a chip, joined by the words for AND and OR. With `onRemove` the parts of the
 * outermost level can be taken out of the query.
 * @example <QueryChips chips={parsed.chips} onRemove={({ start, end }) => setQuery(withoutPart(query, start, end))} />
 */
export function QueryChips(props: {
  readonly chips: readonly QueryChip[];
  readonly onRemove?: ((chip: QueryChip) => void) | undefined;
}) {
  const t = useMessages();
  if (props.chips.length === 0) return null;
  return (
    <ul className="query-chips" aria-label={t('query.understood')}>
      {props.chips.map((chip, index) => (
        <Fragment key={chip.start}>
          {index > 0 && (
            <li className="query-joint" aria-label={t('query.and')}>
              {t('query.and')}
            </li>
          )}
          <li>
            <OneChip chip={chip} onRemove={props.onRemove} />
          </li>
        </Fragment>
      ))}
    </ul>
  );
}

function OneChip(props: { readonly chip: QueryChip; readonly onRemove?: ((chip: QueryChip) => void) | undefined }) {
  const t = useMessages();
  const { chip, onRemove } = props;
  return (
    <span className={`query-chip query-chip-${chip.kind}`}>
      <ChipText chip={chip} />
      {onRemove !== undefined && (
        <IconButton icon="close" label={t('query.removePart', { part: chip.text })} onClick={() => onRemove(chip)} />
      )}
    </span>
  );
}

/** What a chip says: groups and negations by their parts, the rest as it was typed. */
function ChipText({ chip }: { readonly chip: QueryChip }) {
  const t = useMessages();
  const children = chip.children ?? [];
  if (chip.kind === 'not' && children.length > 0) {
    return (
      <>
        <span className="query-joint">{t('query.not')}</span>
        <Nested chips={children} joint={undefined} />
      </>
    );
  }
  if ((chip.kind === 'any' || chip.kind === 'group') && children.length > 0) {
    return <Nested chips={children} joint={chip.kind === 'any' ? 'or' : 'and'} />;
  }
  return (
    <>
      {(chip.kind === 'near' || chip.kind === 'regex') && (
        <span className="query-joint">{t(chip.kind === 'near' ? 'query.near' : 'query.regex')}</span>
      )}
      <Untrusted text={chip.text} />
    </>
  );
}

function Nested(props: { readonly chips: readonly QueryChip[]; readonly joint: 'and' | 'or' | undefined }) {
  const t = useMessages();
  return props.chips.map((chip, index) => (
    <Fragment key={chip.start}>
      {index > 0 && props.joint !== undefined && <span className="query-joint">{t(`query.${props.joint}`)}</span>}
      <OneChip chip={chip} />
    </Fragment>
  ));
}
