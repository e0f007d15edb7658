import type { HistoryTest, Match, Rule } from '@vedette/contract';
import { copyKey, type Pipeline } from '@vedette/pipeline';
import type { ItemWithDecoded, Store, TeamLoad } from '@vedette/store';
import { loosenedRules } from './loosened-rules.js';
import { Reservoir } from './reservoir.js';
import { testedItem } from './tested-item.js';

export interface HistoryTestParts {
  readonly store: {
    readonly items: Pick<Store['items'], 'scan'>;
    readonly watchlists: Pick<Store['watchlists'], 'load'>;
  };
  readonly pipeline: Pick<Pipeline, 'matchOnce'>;
  readonly now: () => number;
  /** for the samples; numbers from 0 up to but without 1 */
  readonly random: () => number;
}

export interface HistoryTestRequest {
  readonly rule: Rule;
  readonly days: number;
  /** the rule as it is saved, with the version of its watchlist */
  readonly saved: { readonly rule: Rule; readonly version: number } | undefined;
}

const dayMs = 86_400_000;
/** Items that a rule is tried on at most, newest first. */
const longestTest = 50_000;
const mostLoosenings = 24;
const hitsShown = 20;
const nearMissesShown = 5;
const differencesShown = 10;

type Tested = HistoryTest['sample'][number];

/** Texts that pass by, copies once; what is shown of them is drawn at random. */
class Texts {
  readonly sampled: Reservoir<Tested>;
  readonly #seen = new Set<string>();

  constructor(size: number, random: () => number) {
    this.sampled = new Reservoir(size, random);
  }

  add(key: string, { item }: ItemWithDecoded, spans: Match['spans']): void {
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.sampled.offer(() => testedItem(item, spans));
  }

  get result(): { readonly count: number; readonly sample: Tested[] } {
    return { count: this.sampled.count, sample: this.sampled.sample };
  }
}

/**
 * Runs a rule, the saved version of it, and its loosened versions over the newest stored Items of some days. Copies of a text
 * count once wherever texts are counted or drawn, since they are decided once.
 */
export async function testOnHistory(parts: HistoryTestParts, request: HistoryTestRequest): Promise<HistoryTest> {
  const { store, pipeline, now, random } = parts;
  const { days, saved } = request;
  // What a rule would have caught is asked whether or not its time is over.
  const { until: _until, ...rule } = request.rule;
  const all = loosenedRules(rule);
  const loosenings = all.slice(0, mostLoosenings);
  const rules: Rule[] = [
    { ...rule, id: 'draft' },
    ...(saved === undefined ? [] : [withoutEnd(saved.rule, 'saved')]),
    ...loosenings.map(({ query, keepsLanguages }, index) => ({
      id: `loosened ${String(index)}`,
      query,
      ...(keepsLanguages && rule.lang !== undefined ? { lang: rule.lang } : {}),
    })),
  ];

  const since = startOfDay(now() - (days - 1) * dayMs);
  const byDay = new Map<string, { count: number; items: number }>();
  for (let at = since; at <= now(); at += dayMs) byDay.set(dayOf(at), { count: 0, items: 0 });
  const hits = new Texts(hitsShown, random);
  const gained = new Texts(differencesShown, random);
  const lost = new Texts(differencesShown, random);
  const nearMisses = loosenings.map(() => new Texts(nearMissesShown, random));
  let total = 0;
  let scanned = 0;
  let oldest = now();

  for await (const batch of store.items.scan({ since, limit: longestTest })) {
    const items = batch.map(({ item }) => item);
    const found = byItem(await pipeline.matchOnce(rules, items));
    for (const entry of batch) {
      scanned += 1;
      const at = timeOf(entry);
      oldest = Math.min(oldest, at);
      const day = byDay.get(dayOf(at));
      if (day !== undefined) day.items += 1;
      const matches = found.get(entry.item.id);
      if (matches === undefined) continue;
      const key = keyOf(entry);
      const hit = matches.get('draft');
      const before = matches.get('saved');
      if (hit !== undefined) {
        total += 1;
        if (day !== undefined) day.count += 1;
        hits.add(key, entry, hit);
        if (before === undefined) gained.add(key, entry, hit);
        continue;
      }
      if (before !== undefined) lost.add(key, entry, before);
      for (const [index, texts] of nearMisses.entries()) {
        const near = matches.get(`loosened ${String(index)}`);
        if (near !== undefined) texts.add(key, entry, near);
      }
    }
  }

  const load = await store.watchlists.load(since);
  const texts = hits.sampled.count;
  return {
    days: [...byDay].map(([at, day]) => ({ at, ...day, alerts: load.alerts.get(at) ?? 0 })),
    total,
    texts,
    scanned,
    complete: scanned < longestTest,
    sample: hits.sampled.sample,
    nearMisses: loosenings.map(({ kind, part }, index) => ({
      kind,
      part,
      ...(nearMisses[index]?.result ?? { count: 0, sample: [] }),
    })),
    moreLoosenings: all.length - loosenings.length,
    ...(saved === undefined ? {} : { against: { version: saved.version, gained: gained.result, lost: lost.result } }),
    estimate: estimate((rule.action ?? 'alert') === 'alert' ? texts : 0, now() - oldest, load),
  };
}

/** Alerts a day for each who decides; a shorter stretch than a day counts as one, so that an hour is not made a flood. */
function estimate(alerts: number, coveredMs: number, { deciding, allowed }: TeamLoad): HistoryTest['estimate'] {
  const days = Math.max(1, coveredMs / dayMs);
  const people = Math.max(1, deciding === 0 ? allowed : deciding);
  return {
    alerts,
    days,
    people,
    peopleAre: deciding === 0 ? 'allowed' : 'deciding',
    perPersonPerDay: alerts / days / people,
  };
}

function withoutEnd({ until: _until, ...rule }: Rule, id: string): Rule {
  return { ...rule, id };
}

/** The spans of each rule that matched, by Item. */
function byItem(matches: readonly Match[]): ReadonlyMap<string, ReadonlyMap<string, Match['spans']>> {
  const found = new Map<string, Map<string, Match['spans']>>();
  for (const { item, rule, spans } of matches) {
    const rules = found.get(item) ?? new Map<string, Match['spans']>();
    rules.set(rule, spans);
    found.set(item, rules);
  }
  return found;
}

/** One name for all copies of a text, as alerts are joined; a text that says nothing is a copy of no other. */
function keyOf({ item, decoded }: ItemWithDecoded): string {
  const key = copyKey(decoded.text.plain);
  if (key !== '') return key;
  const titleKey = decoded.title === undefined ? '' : copyKey(decoded.title.plain);
  return titleKey === '' ? `item ${item.id}` : titleKey;
}

/** When it was published, but never later than it was received, as lists go by. */
function timeOf({ item, receivedAt }: ItemWithDecoded): number {
  const received = Date.parse(receivedAt);
  return item.publishedAt === undefined ? received : Math.min(received, Date.parse(item.publishedAt));
}

function startOfDay(at: number): number {
  return Math.floor(at / dayMs) * dayMs;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
