import type { Rule, StoredWatchlist, WatchlistFinding } from '@vedette/contract';
import type { Rule as MatchRule } from '@vedette/match';
import type { Pipeline } from '@vedette/pipeline';
import type { Actor, Store } from '@vedette/store';
import { check } from './checker.js';

interface SavedRules {
  readonly name: string;
  readonly rules: readonly Rule[];
}

interface RuleTest {
  readonly days: { readonly at: string; readonly count: number }[];
  readonly total: number;
  readonly scanned: number;
  readonly sample: { readonly id: string; readonly title?: string; readonly text: string }[];
}

export interface WatchlistsService {
  add(input: SavedRules, by: Actor): Promise<StoredWatchlist>;
  save(
    id: string,
    input: SavedRules & { readonly enabled: boolean; readonly version: number },
    by: Actor,
  ): Promise<StoredWatchlist>;
  remove(id: string, by: Actor): Promise<void>;
  check(rules: readonly Rule[]): Promise<WatchlistFinding[]>;
  read(
    text: string,
    format: 'yaml' | 'json' | 'csv',
  ): Promise<{ readonly name: string; readonly rules: Rule[]; readonly findings: WatchlistFinding[] }>;
  /** Runs one rule over the newest stored Items of the last days. */
  test(rule: Rule, days: number): Promise<RuleTest>;
}

export interface WatchlistsServiceOptions {
  readonly store: Pick<Store, 'watchlists' | 'items'>;
  readonly pipeline: Pick<Pipeline, 'reload' | 'matchOnce'>;
  readonly now: () => number;
}

const dayMs = 86_400_000;
/** Items that a rule is tried on at most, newest first. */
const longestTest = 50_000;
const sampleSize = 20;
const sampleLength = 500;

export function createWatchlistsService({ store, pipeline, now }: WatchlistsServiceOptions): WatchlistsService {
  async function findings(rules: readonly Rule[]): Promise<WatchlistFinding[]> {
    return [...(await check({ kind: 'check', rules, now: now() })).findings];
  }

  return {
    async add(input, by) {
      const stored = await store.watchlists.add({ ...input, findings: await findings(input.rules) }, by);
      await pipeline.reload();
      return stored;
    },
    async save(id, input, by) {
      const stored = await store.watchlists.save(id, { ...input, findings: await findings(input.rules) }, by);
      await pipeline.reload();
      return stored;
    },
    async remove(id, by) {
      await store.watchlists.remove(id, by);
      await pipeline.reload();
    },
    check: findings,
    async read(text, format) {
      const read = await check({ kind: 'read', text, format, now: now() });
      return { name: read.name, rules: read.rules.map(ownRule), findings: [...read.findings] };
    },
    async test(rule, days) {
      const counts = new Map<string, number>();
      const first = now() - (days - 1) * dayMs;
      for (let at = first; at <= now(); at += dayMs) counts.set(dayOf(at), 0);
      const sample: RuleTest['sample'] = [];
      let total = 0;
      let scanned = 0;
      for await (const batch of store.items.scan({ since: Date.parse(dayOf(first)), limit: longestTest })) {
        scanned += batch.length;
        const matches = await pipeline.matchOnce(
          rule,
          batch.map(({ item }) => item),
        );
        const hits = new Set(matches.map((match) => match.item));
        for (const { item, receivedAt } of batch) {
          if (!hits.has(item.id)) continue;
          total += 1;
          const day = (item.publishedAt ?? receivedAt).slice(0, 10);
          counts.set(day, (counts.get(day) ?? 0) + 1);
          if (sample.length < sampleSize) {
            const { id, title, text } = item;
            sample.push({ id, text: text.slice(0, sampleLength), ...(title === undefined ? {} : { title }) });
          }
        }
      }
      const points = [...counts].map(([at, count]) => ({ at, count })).sort((a, b) => a.at.localeCompare(b.at));
      return { days: points, total, scanned, sample };
    },
  };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
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
