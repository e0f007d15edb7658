import { useQuery } from '@tanstack/react-query';
import type { Rule } from '@vedette/contract';
import { routeQuery } from '../../api/queries.js';
import { Message, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Untrusted } from '../../ui/untrusted.js';
import { differencesOf } from './rule-differences.js';

/** Earlier versions, each against the rules as they are now; any can be taken back into the editor. */
export function VersionsDialog(props: {
  readonly id: string;
  readonly version: number;
  readonly rules: readonly Rule[];
  readonly onRestore: ((rules: readonly Rule[]) => void) | undefined;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const versions = useQuery(routeQuery('listWatchlistVersions', { params: { id: props.id } }));
  return (
    <Dialog title={t('watchlists.versions')} onClose={props.onClose} wide>
      {versions.isPending && <Skeleton />}
      {versions.isError && <ErrorNote error={versions.error} />}
      <ul>
        {versions.data?.rows.map((version) => (
          <li key={version.version} className="watchlist-row">
            <p>
              <strong>{t('watchlists.version', { version: version.version })}</strong>{' '}
              {version.version === props.version && <Chip>{t('watchlists.current')}</Chip>}{' '}
              <span className="muted">
                <Message id="watchlists.changed" values={{ name: <Untrusted text={version.changedBy} /> }} />{' '}
                <RelativeTime instant={version.changedAt} />
              </span>
            </p>
            <Differences before={version.rules} now={props.rules} />
            {props.onRestore !== undefined && version.version !== props.version && (
              <Button look="quiet" onClick={() => props.onRestore?.(version.rules)}>
                {t('watchlists.restore')}
                <span className="visually-hidden"> {t('watchlists.version', { version: version.version })}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Differences(props: { readonly before: readonly Rule[]; readonly now: readonly Rule[] }) {
  const t = useMessages();
  const { added, removed, changed } = differencesOf(props.before, props.now);
  if (added.length + removed.length + changed.length === 0) return <p className="small">{t('watchlists.same')}</p>;
  return (
    <p className="small">
      {t('watchlists.difference', { added: added.length, removed: removed.length, changed: changed.length })}{' '}
      <span className="muted">
        <Untrusted text={[...added, ...removed, ...changed].slice(0, 12).join(', ')} />
      </span>
    </p>
  );
}
