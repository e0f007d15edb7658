import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Item, ItemDetail } from '@vedette/contract';
import { useEffect } from 'react';
import { routeQuery } from '../../api/queries.js';
import { remember } from '../../app/recent.js';
import { useTitle } from '../../app/screen-head.js';
import { Message, useFormat, useMessages } from '../../i18n/i18n.js';
import { Chip } from '../../ui/chip.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { Untrusted } from '../../ui/untrusted.js';
import { headlineOf } from '../items/headline.js';
import { ItemImages } from '../items/item-images.js';
import { originalAddress } from '../items/original-address.js';
import { OriginalLink } from '../items/original-link.js';
import { sourceName } from '../items/source-line.js';
import './article.css';

/** An article as an aggregator shows it: headline, where and when it appeared, the text, and the way to its source. */
export function ArticleScreen() {
  const t = useMessages();
  const { id } = useParams({ from: '/inside/press/$id' });
  const detail = useQuery(routeQuery('getItem', { params: { id } }));
  return (
    <div className="screen article-screen">
      <Link to="/" className="article-back">
        {t('press.backToFront')}
      </Link>
      {detail.isPending && <Skeleton lines={9} />}
      {detail.isError && <ErrorNote error={detail.error} retry={() => void detail.refetch()} />}
      {detail.data !== undefined && <Article detail={detail.data} />}
    </div>
  );
}

function Article({ detail }: { readonly detail: ItemDetail }) {
  const t = useMessages();
  const { item } = detail;
  const headline = headlineOf(item, 300);
  useTitle(headline);
  useEffect(() => remember({ to: `/press/${encodeURIComponent(item.id)}`, title: headline }), [item.id, headline]);
  const outlet = outletOf(item);
  const original = originalAddress(item);
  const author = item.author?.name ?? item.author?.handle;
  const paragraphs = item.text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <article className="article">
      <h1>
        <Untrusted text={headline} lang={item.lang} />
      </h1>
      <PublishedLine detail={detail} />
      {author !== undefined && author !== outlet && (
        <p className="article-author">
          <Message id="press.by" values={{ author: <Untrusted text={author} /> }} />
        </p>
      )}
      <div className="article-text">
        {paragraphs.length === 0 && <p className="muted">{t('press.noText')}</p>}
        {paragraphs.map((paragraph, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no name but their place
          <p key={index}>
            <Untrusted text={paragraph} lang={item.lang} />
          </p>
        ))}
      </div>
      <ItemImages item={item.id} images={detail.images} />
      <footer className="row article-foot">
        {original !== undefined && <OriginalLink url={original}>{t('press.readAtSource')}</OriginalLink>}
        <Link to="/items/$id" params={{ id: item.id }}>
          {t('press.inspect')}
        </Link>
      </footer>
    </article>
  );
}

/** Where an article appeared: what an aggregator's page names, else the source that it was read from. */
function outletOf(item: Item): string {
  return item.forwardedFrom ?? sourceName(item.source);
}

function PublishedLine({ detail }: { readonly detail: ItemDetail }) {
  const t = useMessages();
  const format = useFormat();
  const { item } = detail;
  const source = <Untrusted className="source-name" text={outletOf(item)} />;
  return (
    <p className="article-published">
      {item.publishedAt === undefined ? (
        <Message id="press.publishedUndated" values={{ source }} />
      ) : (
        <Message
          id="press.published"
          values={{
            source,
            date: (
              <time dateTime={item.publishedAt} title={format.dateTime(item.publishedAt)}>
                {format.date(item.publishedAt)}
              </time>
            ),
          }}
        />
      )}{' '}
      {detail.demo && <Chip>{t('ui.demo')}</Chip>}
    </p>
  );
}
