import { Link } from '@tanstack/react-router';
import type { ItemSummary } from '@vedette/contract';
import { memo } from 'react';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Chip } from '../../ui/chip.js';
import { Marked } from '../../ui/marked.js';
import { aboutSpan } from '../alerts/alert-row.js';
import { excerptOf } from '../items/excerpt.js';
import { SourceLine } from '../items/source-line.js';

const excerptLength = 320;

/** One result: its title and the text around what was found, with the places marked. */
export const ResultRow = memo(function ResultRow(props: {
  readonly item: ItemSummary;
  readonly active: boolean;
  readonly onActivate: (id: string) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const { item, active } = props;
  const about = (span: Parameters<typeof aboutSpan>[0]) => aboutSpan(span, t, format);
  const excerpt = excerptOf({ text: item.text, spans: item.spans }, excerptLength, about);
  const inTitle = (item.spans ?? [])
    .filter(({ field }) => field === 'title')
    .map((span) => ({ ...span, about: about(span) }));
  const link = (text: string, marks: Parameters<typeof Marked>[0]['marks']) => (
    <Link
      to="/items/$id"
      params={{ id: item.id }}
      className="result-link"
      tabIndex={active ? 0 : -1}
      data-row-focus
      preload={false}
      onFocus={() => props.onActivate(item.id)}
    >
      <Marked text={text} marks={marks} lang={item.lang} />
    </Link>
  );
  return (
    <article className="result" data-row={item.id} data-active={active}>
      {item.title === undefined ? (
        <p className="result-text">{link(excerpt.text, excerpt.marks)}</p>
      ) : (
        <>
          <h2>{link(item.title, inTitle)}</h2>
          <p className="result-text">
            <Marked text={excerpt.text} marks={excerpt.marks} lang={item.lang} />
          </p>
        </>
      )}
      <div className="result-facts">
        <SourceLine item={item} author />
        {item.disguised && <Chip look="warn">{t('live.disguised')}</Chip>}
      </div>
    </article>
  );
});
