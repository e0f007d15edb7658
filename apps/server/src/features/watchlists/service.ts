import type { HistoryTest, RouteBody, Routes, Rule, StoredWatchlist, WatchlistFinding } from '@vedette/contract';
import { parseQuery, type Rule as MatchRule } from '@vedette/match';
import type { Pipeline } from '@vedette/pipeline';
import type { Actor, Store } from '@vedette/store';
import { ServiceError } from '../../errors.js';
import { check } from './checker.js';
import { testOnHistory } from './history-test.js';

interface SavedRules {
  readonly name: string;
  readonly rules: readonly Rule[];
}

export interface WatchlistsService {
  add(input: SavedRules, by: Actor): Promise<StoredWatchlist>;
  save(
    id: string,
    input: SavedRules & { readonly enabled: boolean; readonly version: number },
    by: Actor,
  ): Promise<StoredWatchlist>;
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
  readonly store: Pick<Store, 'watchlists' | 'items' | 'knownGoods'>;
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

  return {
    async add(input, by) {
      const stored = await store.watchlists.add({ ...input, findings: await findings(input.rules) }, by);
      await pipeline.reload();
      return stored;
    },
    async save(id, input, by) {
      const stored = await store.watchlists.save(id, { ...input, findings: await findings(input.rules, id) }, by);
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
