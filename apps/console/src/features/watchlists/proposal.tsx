import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Rule, WatchlistProposal } from '@vedette/contract';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMay, useMe } from '../../app/preferences.js';
import { Message, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Banner, ErrorNote } from '../../ui/notes.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Untrusted } from '../../ui/untrusted.js';
import { differencesOf } from './rule-differences.js';

const shownRules = 20;

/** A change that waits for a second person: who wants what, and what others, or its author, may do with it. */
export function Proposal(props: {
  readonly proposal: WatchlistProposal;
  readonly saved: { readonly rules: readonly Rule[]; readonly version: number; readonly enabled: boolean };
}) {
  const t = useMessages();
  const client = useQueryClient();
  const may = useMay('watchlists:write');
  const me = useMe();
  const { proposal, saved } = props;
  const own = me?.person.id === proposal.by.id;
  const old = proposal.version !== saved.version;
  const params = { id: proposal.watchlist };
  const refresh = () =>
    Promise.all(
      (['getWatchlist', 'listWatchlists', 'listWatchlistVersions'] as const).map((name) =>
        client.invalidateQueries({ queryKey: keyOf(name) }),
      ),
    );
  const confirm = useMutation({
    mutationFn: () => call('confirmProposal', { params, body: { proposal: proposal.id } }),
    onSettled: refresh,
  });
  const refuse = useMutation({
    mutationFn: () => call('refuseProposal', { params, body: { proposal: proposal.id } }),
    onSettled: refresh,
  });
  const error = confirm.error ?? refuse.error;
  const busy = confirm.isPending || refuse.isPending;
  return (
    <section aria-label={t('watchlists.proposal')}>
      <Banner look="warn">
        <div className="proposal">
          <p>
            <strong>
              <Message id="watchlists.proposalBy" values={{ name: <Untrusted text={proposal.by.name} /> }} />
            </strong>{' '}
            <RelativeTime instant={proposal.at} />. {t('watchlists.proposalText')}
          </p>
          {proposal.enabled !== saved.enabled && (
            <p>{t(proposal.enabled ? 'watchlists.proposalOn' : 'watchlists.proposalOff')}</p>
          )}
          <ChangedRules before={saved.rules} wanted={proposal.rules} />
          {old && <p>{t('watchlists.proposalOld')}</p>}
          {error !== null && <ErrorNote error={error} />}
          {may && (
            <p className="row">
              {!own && (
                <Button look="primary" disabled={busy || old} onClick={() => confirm.mutate()}>
                  {t('watchlists.proposalConfirm')}
                </Button>
              )}
              <Button disabled={busy} onClick={() => refuse.mutate()}>
                {t(own ? 'watchlists.proposalWithdraw' : 'watchlists.proposalRefuse')}
              </Button>
            </p>
          )}
          {may && own && <p className="small">{t('watchlists.proposalOwn')}</p>}
        </div>
      </Banner>
    </section>
  );
}

/** Each rule that differs, as it is and as it would be. */
function ChangedRules(props: { readonly before: readonly Rule[]; readonly wanted: readonly Rule[] }) {
  const t = useMessages();
  const { added, removed, changed } = differencesOf(props.before, props.wanted);
  const before = new Map(props.before.map((rule) => [rule.id, rule]));
  const wanted = new Map(props.wanted.map((rule) => [rule.id, rule]));
  const ids = [...added, ...changed, ...removed];
  return (
    <>
      <p>{t('watchlists.difference', { added: added.length, removed: removed.length, changed: changed.length })}</p>
      <dl className="proposal-rules">
        {ids.slice(0, shownRules).map((id) => (
          <div key={id}>
            <dt>
              <Untrusted text={id} />
            </dt>
            <dd>
              <RuleSaid rule={before.get(id)} gone />
              <RuleSaid rule={wanted.get(id)} />
            </dd>
          </div>
        ))}
      </dl>
      {ids.length > shownRules && <p>{t('ui.shown', { shown: shownRules, total: ids.length })}</p>}
    </>
  );
}

function RuleSaid({ rule, gone = false }: { readonly rule: Rule | undefined; readonly gone?: boolean }) {
  const t = useMessages();
  if (rule === undefined) return null;
  const said = (
    <>
      <code>
        <Untrusted text={rule.query} />
      </code>{' '}
      · {t(`terms.severity-${rule.severity ?? 'medium'}`)} · {t(`watchlists.action-${rule.action ?? 'alert'}`)}
    </>
  );
  return <p>{gone ? <del>{said}</del> : <ins>{said}</ins>}</p>;
}
