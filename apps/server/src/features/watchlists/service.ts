import type {
  HistoryTest,
  RouteBody,
  Routes,
  Rule,
  StoredWatchlist,
  WatchlistFinding,
  WatchlistProposal,
} from '@vedette/contract';
import { parseQuery, type Rule as MatchRule } from '@vedette/match';
import type { Pipeline } from '@vedette/pipeline';
import type { Actor, Store } from '@vedette/store';
import { ServiceError } from '../../errors.js';
import { check } from './checker.js';
import { testOnHistory } from './history-test.js';
import { severeChanges } from './severe-changes.js';

interface Ruled {
  readonly rules: readonly Rule[];
  readonly enabled: boolean;
}

interface SavedRules {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** The watchlist as it runs, with what waits for a second person. */
type SavedOrProposed = StoredWatchlist & { readonly proposal?: WatchlistProposal };

export interface WatchlistsService {
  /** Severe rules of a new watchlist wait in a proposal where the team wants a second person. */
  add(input: SavedRules, by: Actor): Promise<SavedOrProposed>;
  /** Saves, or proposes what needs a second person. @throws ServiceError `forbidden` where an API key would propose */
  save(
    id: string,
    input: SavedRules & { readonly enabled: boolean; readonly version: number },
    by: Actor,
  ): Promise<SavedOrProposed>;
  /** Saves what was proposed, as the second person. */
  confirm(id: string, proposal: string, by: Actor): Promise<StoredWatchlist>;
  remove(id: string, by: Actor): Promise<void>;
  /** Also runs the known-good texts of a watchlist, and those of all, where one is named. */
  check(rules: readonly Rule[], watchlist?: string): Promise<WatchlistFinding[]>;
  /** Reads a file of rules, or makes rules of another list. */
  read(
    file: RouteBody<Routes['readWatchlist']>,
  ): Promise<{ readonly name: string; readonly rules: Rule[]; readonly findings: WatchlistFinding[] }>;
  /**
   * Runs one rule over the newest stored Items of the last days.
   * @throws ServiceError `not-found` for the watchlist, `invalid-request` where the query has a mistake
   */
  test(request: RouteBody<Routes['testRule']>): Promise<HistoryTest>;
}

export interface WatchlistsServiceOptions {
  readonly store: Pick<Store, 'watchlists' | 'items' | 'knownGoods' | 'proposals' | 'settings'>;
  readonly pipeline: Pick<Pipeline, 'reload' | 'matchOnce'>;
  readonly now: () => number;
  /** numbers from 0 up to but without 1, for samples */
  readonly random: () => number;
}

export function createWatchlistsService({ store, pipeline, now, random }: WatchlistsServiceOptions): WatchlistsService {
  async function findings(rules: readonly Rule[], watchlist?: string): Promise<WatchlistFinding[]> {
    const knownGood = await store.knownGoods.list(watchlist);
    return [...(await check({ kind: 'check', rules, knownGood, now: now() })).findings];
  }

  async function needsSecondPerson(before: Ruled, wanted: Ruled, by: Actor): Promise<boolean> {
    if (!(await store.settings.team()).secondPersonForSevere) return false;
    if (severeChanges(before, wanted).length === 0) return false;
    // Whoever makes a key could confirm what it proposes: one person would be two.
    if (by.id.startsWith('key:')) {
      throw new ServiceError(
        'forbidden',
        'rules of severity high or critical need two people: sign in to propose them',
      );
    }
    return true;
  }

  return {
    async add(input, by) {
      const found = await findings(input.rules);
      const empty = { rules: [], enabled: true };
      if (!(await needsSecondPerson(empty, { ...input, enabled: true }, by))) {
        const stored = await store.watchlists.add({ ...input, findings: found }, by);
        await pipeline.reload();
        return stored;
      }
      const stored = await store.watchlists.add({ name: input.name, rules: [], findings: [] }, by);
      const change = { ...input, findings: found, enabled: true, version: stored.version };
      return { ...stored, proposal: await store.proposals.propose(stored.id, change, by) };
    },
    async save(id, input, by) {
      const change = { ...input, findings: await findings(input.rules, id) };
      const before = await store.watchlists.get(id);
      if (before !== undefined && (await needsSecondPerson(before, input, by))) {
        const { hits: _hits, items7d: _items, ...stored } = before;
        return { ...stored, proposal: await store.proposals.propose(id, change, by) };
      }
      const stored = await store.watchlists.save(id, change, by);
      await pipeline.reload();
      return stored;
    },
    async confirm(id, proposal, by) {
      const stored = await store.proposals.confirm(id, proposal, by);
      await pipeline.reload();
      return stored;
    },
    async remove(id, by) {
      await store.watchlists.remove(id, by);
      await pipeline.reload();
    },
    check: findings,
    async read({ text, base64, format, file }) {
      const content = text ?? Buffer.from(base64 ?? '', 'base64');
      const read = await check({ kind: 'read', content, format, file, now: now() });
      return { name: read.name, rules: read.rules.map(ownRule), findings: [...read.findings] };
    },
    async test({ rule, days, watchlist, savedAs }) {
      refuseMistakes(rule);
      const list = watchlist === undefined ? undefined : await store.watchlists.get(watchlist);
      if (watchlist !== undefined && list === undefined) {
        throw new ServiceError('not-found', 'there is no such watchlist; it may have been removed');
      }
      const before = list?.rules.find(({ id }) => id === (savedAs ?? rule.id));
      const saved = list === undefined || before === undefined ? undefined : { rule: before, version: list.version };
      return testOnHistory({ store, pipeline, now, random }, { rule, days, saved });
    },
  };
}

/** @throws ServiceError `invalid-request` */
function refuseMistakes(rule: Rule): void {
  const { problems } = parseQuery(rule.query);
  if (problems.length === 0) return;
  throw new ServiceError(
    'invalid-request',
    'the query of this rule has a mistake, so that it cannot run; mend it first',
    {
      problems: problems.map(({ message }) => ({ path: 'rule.query', message })),
    },
  );
}

/** The contract's lists may be changed by who gets them; the reader's may not. */
function ownRule({ lang, must, mustNot, ...rest }: MatchRule): Rule {
  return {
    ...rest,
    ...(lang === undefined ? {} : { lang: [...lang] }),
    ...(must === undefined ? {} : { must: [...must] }),
    ...(mustNot === undefined ? {} : { mustNot: [...mustNot] }),
  };
}
