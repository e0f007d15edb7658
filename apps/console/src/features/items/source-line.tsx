import type { ItemSource, ItemSummary } from '@vedette/contract';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Chip } from '../../ui/chip.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Untrusted } from '../../ui/untrusted.js';
import './source-line.css';

/** What a source is called: its title, else its id; an address without its scheme. */
export function sourceName(source: ItemSource): string {
  return source.title ?? source.id.replace(/^https?:\/\/(?=.)/, '').replace(/(?<=[^/])\/$/, '');
}

/** Where an Item came from, when, in which language, and whether it is invented: one quiet line. */
export function SourceLine(props: { readonly item: ItemSummary; readonly author?: boolean }) {
  const t = useMessages();
  const format = useFormat();
  const { item } = props;
  const author = item.author?.name ?? item.author?.handle ?? item.author?.id;
  return (
    <p className="source-line">
      <span>
        <Untrusted className="source-name" text={sourceName(item.source)} />
      </span>
      {props.author === true && author !== undefined && (
        <span>
          <Untrusted text={author} />
        </span>
      )}
      <span>
        <RelativeTime instant={item.publishedAt ?? item.receivedAt} />
      </span>
      {item.lang !== undefined && <span>{format.languageName(item.lang)}</span>}
      {item.demo && <Chip>{t('ui.demo')}</Chip>}
    </p>
  );
}
