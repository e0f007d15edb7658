import { Link } from '@tanstack/react-router';
import type { ItemSummary } from '@vedette/contract';
import { Untrusted } from '../../ui/untrusted.js';
import { headlineOf } from '../items/headline.js';
import { SourceLine } from '../items/source-line.js';

/** One article of the stream: the headline leads, where it came from follows. */
export function StreamRow({ item }: { readonly item: ItemSummary }) {
  return (
    <article className="press-row">
      <h3>
        <ArticleLink item={item} />
      </h3>
      <SourceLine item={item} />
    </article>
  );
}

/** A headline that opens the article. */
export function ArticleLink({ item }: { readonly item: ItemSummary }) {
  return (
    <Link to="/press/$id" params={{ id: item.id }} className="press-link">
      <Untrusted text={headlineOf(item)} lang={item.lang} />
    </Link>
  );
}
