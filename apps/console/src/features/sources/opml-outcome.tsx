import type { RouteResponse, Routes } from '@vedette/contract';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Banner } from '../../ui/notes.js';
import { Untrusted } from '../../ui/untrusted.js';

/** How many feeds of an OPML list are watched now, and the lines of it that could not be read. */
export function OpmlOutcome({ outcome }: { readonly outcome: RouteResponse<Routes['importOpml']> }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <>
      <Banner>
        <output>
          {format.list([
            t('sources.opmlAdded', { count: outcome.added }),
            t('sources.opmlKnown', { count: outcome.known }),
          ])}
        </output>
      </Banner>
      {outcome.rejected.length > 0 && (
        <Banner look="warn">
          <p>{t('sources.opmlRejected')}</p>
          <ul>
            {outcome.rejected.map(({ where, reason }) => (
              <li key={where}>
                <Untrusted text={`${where}: ${reason}`} />
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}
