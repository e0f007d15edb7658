import type { ItemDetail } from '@vedette/contract';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Fact } from '../../ui/fact.js';
import { Untrusted } from '../../ui/untrusted.js';
import { OriginalLink } from '../items/original-link.js';
import { sourceName } from '../items/source-line.js';

/** Everything else that is known of an Item, as the source stated it. */
export function ItemFacts({ detail }: { readonly detail: ItemDetail }) {
  const t = useMessages();
  const format = useFormat();
  const { item } = detail;
  const author = [item.author?.name, item.author?.handle, item.author?.id].filter((part) => part !== undefined);
  return (
    <section className="item-section">
      <h2>{t('item.about')}</h2>
      <dl className="item-facts">
        <Fact name={t('item.source')}>
          <Untrusted text={sourceName(item.source)} /> <code>{item.source.kind}</code>
        </Fact>
        {item.source.file !== undefined && (
          <Fact name={t('item.file')}>
            <Untrusted text={item.source.file} />
          </Fact>
        )}
        {author.length > 0 && (
          <Fact name={t('item.author')}>
            {author.map((part) => (
              <span key={part} className="item-author">
                <Untrusted text={part} />
              </span>
            ))}
          </Fact>
        )}
        {item.publishedAt !== undefined && (
          <Fact name={t('item.publishedAt')}>
            {format.dateTime(item.publishedAt)}
            {item.publishedAtAssumedZone !== undefined &&
              ` (${t('item.assumedZone', { zone: item.publishedAtAssumedZone })})`}
          </Fact>
        )}
        {item.editedAt !== undefined && <Fact name={t('item.editedAt')}>{format.dateTime(item.editedAt)}</Fact>}
        {item.deletedAt !== undefined && <Fact name={t('item.deletedAt')}>{format.dateTime(item.deletedAt)}</Fact>}
        <Fact name={t('item.receivedAt')}>{format.dateTime(detail.receivedAt)}</Fact>
        {item.lang !== undefined && <Fact name={t('item.language')}>{format.languageName(item.lang)}</Fact>}
        <Fact name={t('item.kind')}>{t(`terms.kind-${item.kind}`)}</Fact>
        {item.forwardedFrom !== undefined && (
          <Fact name={t('item.forwardedFrom')}>
            <Untrusted text={item.forwardedFrom} />
          </Fact>
        )}
        {item.url !== undefined && (
          <Fact name={t('item.address')}>
            <Untrusted text={item.url} />{' '}
            <OriginalLink quiet url={item.url}>
              {t('press.readAtSource')}
            </OriginalLink>
          </Fact>
        )}
        {item.links !== undefined && item.links.length > 0 && (
          <Fact name={t('item.links')}>
            {item.links.map((link) => (
              <span key={link} className="item-link">
                <Untrusted text={link} />
              </span>
            ))}
          </Fact>
        )}
        {detail.otherMedia.length > 0 && (
          <Fact name={t('item.otherMedia')}>
            {detail.otherMedia.map((media, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- media have no name but their place
              <span key={index} className="item-link">
                <Untrusted text={[media.type, media.alt ?? media.file ?? media.url ?? ''].join(' ')} />
              </span>
            ))}
          </Fact>
        )}
        <Fact name={t('item.id')}>
          <code>
            <Untrusted text={item.id} />
          </code>
        </Fact>
      </dl>
    </section>
  );
}
