import { Link } from '@tanstack/react-router';
import type { ItemDetail, ItemSummary } from '@vedette/contract';
import { useState } from 'react';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Untrusted } from '../../ui/untrusted.js';
import { headlineOf } from '../items/headline.js';
import { ItemImages } from '../items/item-images.js';
import { SourceLine } from '../items/source-line.js';
import { DecodedView } from './decoded-view.js';
import { ItemFacts } from './item-facts.js';
import { MatchedRules } from './matched-rules.js';

/**
 * What an Item says: original beside decoded, and its images. The alert screen shows it too, where the alert has the
 * heading; `item.css` lays content, decision and context out.
 * @example <ItemContent detail={detail} level="part" />
 */
export function ItemContent({ detail, level }: { readonly detail: ItemDetail; readonly level: 'screen' | 'part' }) {
  const { item } = detail;
  const Heading = level === 'screen' ? 'h1' : 'h2';
  return (
    <>
      <header className="item-head">
        <Heading className={item.title === undefined ? 'visually-hidden' : undefined}>
          <Untrusted text={headlineOf(item, 300)} lang={item.lang} />
        </Heading>
        <SourceLine author item={summaryOf(detail)} />
      </header>
      {detail.decoded.title !== undefined && detail.decoded.title.disguises.length > 0 && (
        <DecodedView decoded={detail.decoded.title} lang={item.lang} />
      )}
      <DecodedView decoded={detail.decoded.text} lang={item.lang} />
      <ItemImages item={item.id} images={detail.images} />
    </>
  );
}

/** Why an Item is here and what surrounds it: rules, copies, and what the source stated. */
export function ItemContext({ detail }: { readonly detail: ItemDetail }) {
  return (
    <>
      <MatchedRules item={detail.item} matches={detail.matches} />
      {detail.copies.length > 0 && <Copies copies={detail.copies} />}
      <ItemFacts detail={detail} />
    </>
  );
}

const copiesAtFirst = 4;

function Copies({ copies }: { readonly copies: readonly ItemSummary[] }) {
  const t = useMessages();
  const [all, setAll] = useState(false);
  const shown = all ? copies : copies.slice(0, copiesAtFirst);
  return (
    <section className="item-section">
      <h2>{t('item.copies')}</h2>
      <p className="muted small">{t('item.copiesShown', { count: copies.length })}</p>
      <ul className="item-copies">
        {shown.map((copy) => (
          <li key={copy.id}>
            <Link to="/items/$id" params={{ id: copy.id }}>
              <Untrusted text={headlineOf(copy, 90)} lang={copy.lang} />
            </Link>
            <SourceLine item={copy} author />
          </li>
        ))}
      </ul>
      {shown.length < copies.length && (
        <div className="row">
          <Button onClick={() => setAll(true)}>{t('ui.more')}</Button>
          <span className="muted small">{t('ui.shown', { shown: shown.length, total: copies.length })}</span>
        </div>
      )}
    </section>
  );
}

function summaryOf(detail: ItemDetail): ItemSummary {
  const { item } = detail;
  return {
    id: item.id,
    source: item.source,
    kind: item.kind,
    author: item.author,
    publishedAt: item.publishedAt,
    receivedAt: detail.receivedAt,
    text: item.text,
    textLength: item.text.length,
    lang: item.lang,
    mediaCount: item.media?.length ?? 0,
    disguised: detail.decoded.text.disguises.length > 0,
    demo: detail.demo,
  };
}
