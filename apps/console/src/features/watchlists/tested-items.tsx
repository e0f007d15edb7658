import { Link } from '@tanstack/react-router';
import type { TestedItem } from '@vedette/contract';
import { useMay } from '../../app/preferences.js';
import { Marked } from '../../ui/marked.js';
import { KnownGoodButton } from './known-good-button.js';

/** Items of a test, each with its places marked, a link to the whole, and a way to keep it as known good. */
export function TestedItems(props: { readonly items: readonly TestedItem[]; readonly watchlist: string }) {
  const may = useMay('watchlists:write');
  return (
    <ul className="tested-items">
      {props.items.map(({ id, title, text, spans }) => (
        <li key={id}>
          <Link to="/items/$id" params={{ id }} className="tested-text">
            {title !== undefined && (
              <strong>
                <Marked text={title} marks={spans.filter(({ field }) => field === 'title')} />
              </strong>
            )}
            <Marked text={text} marks={spans.filter(({ field }) => field === 'text')} />
          </Link>
          {may && <KnownGoodButton item={id} about={title ?? text} watchlists={[props.watchlist]} />}
        </li>
      ))}
    </ul>
  );
}
