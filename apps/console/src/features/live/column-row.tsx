import { Link } from '@tanstack/react-router';
import type { ItemSummary } from '@vedette/contract';
import { memo } from 'react';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Chip } from '../../ui/chip.js';
import { Marked } from '../../ui/marked.js';
import { Untrusted } from '../../ui/untrusted.js';
import { aboutSpan } from '../alerts/alert-row.js';
import { excerptOf } from '../items/excerpt.js';
import { headlineOf } from '../items/headline.js';
import { SourceLine } from '../items/source-line.js';
import type { LiveColumn } from './use-columns.js';

const lengths = { compact: 110, text: 200, card: 420 } as const;

/** One Item of a column, as dense as the column is set. */
export const ColumnRow = memo(function ColumnRow(props: {
  readonly item: ItemSummary;
  readonly density: LiveColumn['density'];
  readonly active: boolean;
  readonly onActivate: (id: string) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const { item, density, active } = props;
  const excerpt = excerptOf(item, lengths[density], (span) => aboutSpan(span, t, format));
  const time = item.publishedAt ?? item.receivedAt;
  // With a title the headline leads; what was found in the text follows where there is room for it.
  const titled = item.title !== undefined && density !== 'compact';
  const body = titled ? excerptOf({ text: item.text, spans: item.spans }, lengths[density]) : excerpt;
  return (
    <article className={`live-row live-row-${density}`} data-row={item.id} data-active={active}>
      {density === 'compact' ? (
        <time dateTime={time} title={format.dateTime(time)} className="live-time">
          {format.time(time)}
        </time>
      ) : (
        <SourceLine item={item} author={density === 'card'} />
      )}
      <Link
        to="/items/$id"
        params={{ id: item.id }}
        className={titled ? 'live-text live-headline' : 'live-text'}
        tabIndex={active ? 0 : -1}
        data-row-focus
        preload={false}
        onFocus={() => props.onActivate(item.id)}
      >
        {titled ? (
          <Untrusted text={headlineOf(item)} lang={item.lang} />
        ) : item.title !== undefined && (item.spans ?? []).length === 0 ? (
          <Untrusted text={headlineOf(item, lengths[density])} lang={item.lang} />
        ) : (
          <Marked text={excerpt.text} marks={excerpt.marks} lang={item.lang} />
        )}
      </Link>
      {titled && (density === 'card' || body.marks.length > 0) && (
        <p className="live-body">
          <Marked text={body.text} marks={body.marks} lang={item.lang} />
        </p>
      )}
      {density === 'card' && (item.disguised || item.mediaCount > 0) && (
        <p className="row">
          {item.disguised && <Chip look="warn">{t('live.disguised')}</Chip>}
          {item.mediaCount > 0 && <span className="muted small">{t('live.media', { count: item.mediaCount })}</span>}
        </p>
      )}
    </article>
  );
});
