import type { LookBack, StoredWatchlist, WatchlistProposal } from '@vedette/contract';
import { historyTest, knownGoodFindings, knownGoodHandlers } from './rule-test-handlers.js';
import { missing, problemsOf, Refusal, takeOut, type Handlers } from './answers.js';
import { worldNow, type World } from './world.js';

/** Watchlists, their versions and their checks. */
export function watchlistHandlers(world: World): Handlers {
  const watchlists: StoredWatchlist[] = world.items.length === 0 ? [] : [firstWatchlist()];
  let lookBack: LookBack | undefined;
  let proposal = world.items.length === 0 ? undefined : colleaguesProposal();
  return {
    listWatchlists: () => ({
      rows: watchlists.map(({ findings, rules, ...list }) => ({
        ...list,
        rules: rules.length,
        errors: findings.filter((finding) => finding.level === 'error').length,
        matches7d: 42,
        waiting: proposal?.watchlist === list.id,
      })),
    }),
    getWatchlist: ({ params }) => {
      const list = watchlists.find((each) => each.id === params.id);
      if (list === undefined) throw missing('such watchlist');
      return {
        ...list,
        hits: list.rules.slice(0, 3).map((rule, index) => ({
          rule: rule.id,
          items7d: 40 - index * 9,
          decided: index * 3,
          falseAlarms: index,
          notRelevant: index,
        })),
        items7d: 3214,
        ...(proposal?.watchlist === list.id ? { proposal } : {}),
      };
    },
    addWatchlist: ({ body }) => {
      const added = {
        ...firstWatchlist(),
        ...body,
        id: `watchlist-${watchlists.length + 1}`,
        demo: false,
        version: 1,
      };
      watchlists.push(added);
      return added;
    },
    saveWatchlist: ({ params, body }) => {
      const index = watchlists.findIndex((each) => each.id === params.id);
      const old = watchlists[index];
      const saved = body;
      if (old === undefined) throw missing('such watchlist');
      if (saved.version !== old.version) throw new Refusal(409, 'conflict', 'Somebody saved in between.');
      const list = { ...old, ...saved, version: old.version + 1, findings: [] };
      watchlists[index] = list;
      return list;
    },
    confirmProposal: ({ params }) => {
      const index = watchlists.findIndex((each) => each.id === params.id);
      const old = watchlists[index];
      if (old === undefined || proposal === undefined) throw missing('change that waits');
      const { rules, name, enabled, by } = proposal;
      const list = { ...old, rules, name, enabled, version: old.version + 1, changedBy: by.name };
      watchlists[index] = list;
      proposal = undefined;
      return list;
    },
    refuseProposal: () => {
      if (proposal === undefined) throw missing('change that waits');
      proposal = undefined;
    },
    removeWatchlist: ({ params }) => takeOut(watchlists, params.id),
    listWatchlistVersions: ({ params }) => {
      const list = watchlists.find((each) => each.id === params.id);
      if (list === undefined) throw missing('such watchlist');
      return { rows: [list, { ...list, version: list.version - 1, rules: list.rules.slice(0, 1), changedBy: 'Noor' }] };
    },
    getLookBack: () => {
      // Each question finds the search a step further.
      if (lookBack?.state === 'running') {
        const looked = Math.min(lookBack.total, lookBack.looked + 1200);
        const done = looked === lookBack.total;
        lookBack = {
          ...lookBack,
          looked,
          matches: Math.floor(looked / 400),
          alerts: Math.floor(looked / 1200),
          ...(done ? { state: 'done' as const, endedAt: new Date(worldNow).toISOString() } : {}),
        };
      }
      return lookBack === undefined ? {} : { lookBack };
    },
    startLookBack: ({ params, body }) =>
      (lookBack = {
        watchlist: params.id,
        version: 4,
        days: body.days,
        state: 'running',
        total: body.days * 120,
        looked: 0,
        matches: 0,
        alerts: 0,
        startedBy: 'Vera',
        startedAt: new Date(worldNow).toISOString(),
      }),
    cancelLookBack: () => {
      if (lookBack === undefined) throw missing('search under way');
      lookBack = { ...lookBack, state: 'cancelled', endedAt: new Date(worldNow).toISOString() };
      return lookBack;
    },
    checkRules: ({ body }) => ({
      findings: body.rules.flatMap((rule) => [
        ...(body.watchlist === undefined ? [] : knownGoodFindings(rule)),
        ...problemsOf(rule.query).map((problem) => ({
          level: 'error' as const,
          rule: rule.id,
          line: 1,
          column: problem.start + 1,
          message: problem.message,
          ...(problem.repair === undefined ? {} : { repair: problem.repair }),
        })),
      ]),
    }),
    exportWatchlist: ({ query }) => [`application/${query.format}`, 'name: Invented movements\nrules: []\n'],
    readWatchlist: () => ({
      name: 'Imported list',
      rules: firstWatchlist().rules,
      findings: [
        {
          level: 'error',
          rule: 'r9',
          line: 12,
          column: 4,
          message: 'The quotation mark is not closed.',
          repair: '"grey gate"',
        },
      ],
    }),
    testRule: ({ body }) => historyTest(world, body.days),
    ...knownGoodHandlers(world),
  };
}

/** Noor's change of the first watchlist, which nobody has confirmed. */
function colleaguesProposal(): WatchlistProposal {
  const { id, name, rules, version, findings } = firstWatchlist();
  const [gate, ...others] = rules;
  const changed =
    gate === undefined ? [] : [{ ...gate, query: '"grey gate" join -museum', severity: 'critical' as const }];
  return {
    id: 'proposal-1',
    watchlist: id,
    version,
    name,
    enabled: true,
    rules: [...changed, ...others, { id: 'mill', query: 'mill NEAR/3 meeting', severity: 'high' }],
    findings,
    at: new Date(worldNow - 3_600_000).toISOString(),
    by: { id: 'noor', name: 'Noor' },
  };
}

function firstWatchlist(): StoredWatchlist {
  return {
    id: 'watchlist-1',
    name: 'Invented movements',
    rules: [
      {
        id: 'grey-gate',
        query: '"grey gate" -museum',
        severity: 'high',
        action: 'alert',
        note: 'calls to a closed meeting',
        basis: 'Editorial decision of the desk',
        must: ['join the grey gate tonight'],
        mustNot: ['grey gate museum opens'],
      },
      { id: 'bawaba', query: '"بوابة رمادية"', lang: ['ar'], severity: 'critical', until: '2027-01-01' },
      { id: 'open-quote', query: '"mill meeting', severity: 'low', action: 'count' },
    ],
    version: 4,
    enabled: true,
    demo: true,
    changedAt: new Date(worldNow - 86_400_000).toISOString(),
    changedBy: 'Vera',
    findings: [
      {
        level: 'error',
        rule: 'open-quote',
        line: 14,
        column: 12,
        message: 'This quotation mark is not closed.',
        repair: '"mill meeting"',
      },
    ],
  };
}
