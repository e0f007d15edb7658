import type { Item, Match, Rule } from '@vedette/contract';
import { decode } from '@vedette/decode';
import { compileRules, type RuleInput } from '@vedette/match';
import type { IngestEntry, IngestMatch } from '@vedette/store';
import { searchVector } from '@vedette/store/search-vector';
import { messageOf } from './errors.js';
import type { Isolated } from './isolate.js';
import { copyKey } from './copy-key.js';

/** Everything that Items are compared with. Made from the store, sent whole to each worker. */
export interface AnalysisPlan {
  readonly watchlists: readonly {
    readonly id: string;
    readonly version: number;
    readonly rules: readonly Pick<Rule, 'id' | 'query' | 'lang' | 'severity' | 'until' | 'action'>[];
  }[];
  /** columns of the Live screen; an empty query takes everything */
  readonly columns: readonly { readonly id: string; readonly query: string }[];
  /** epoch milliseconds; rules whose `until` is past by then do not run */
  readonly at: number;
}

/** A match that says which version of its watchlist caught the Item. */
interface VersionedMatch extends IngestMatch {
  readonly version: number;
}

/** What decoding and matching made of one Item. */
export interface Analysis extends Omit<IngestEntry, 'item'> {
  readonly matches: readonly VersionedMatch[];
}

/** One unit of work for a worker. */
export type AnalysisJob =
  | { readonly kind: 'analyse'; readonly items: readonly Item[] }
  | {
      readonly kind: 'match-once';
      readonly items: readonly Item[];
      readonly rules: readonly Rule[];
      readonly at: number;
    };

/** The results in the order of the job's Items. An Item that cannot be analysed says why and costs no other. */
export type AnalysisOutput =
  | { readonly kind: 'analyse'; readonly results: readonly Isolated<Analysis>[] }
  | { readonly kind: 'match-once'; readonly results: readonly Isolated<readonly Match[]>[] };

type Target = { readonly watchlist: number; readonly rule: number } | { readonly column: string };

/** Analyses Items by one plan: pure, and quick once compiled. */
export type Analyser = (item: Item) => Analysis;

/**
 * Compiles all enabled watchlists and all columns into one matcher, so that each Item is decoded and searched once.
 * Rules with a mistake do not run; they were reported when they were saved.
 */
export function compileAnalysis(plan: AnalysisPlan): Analyser {
  const targets = new Map<string, Target>();
  const inputs: RuleInput[] = [];
  const everything = plan.columns.filter((column) => column.query.trim() === '').map((column) => column.id);
  plan.watchlists.forEach((watchlist, watchlistIndex) => {
    watchlist.rules.forEach((rule, ruleIndex) => {
      const key = `rule ${String(watchlistIndex)} ${rule.id}`;
      if (targets.has(key)) return;
      targets.set(key, { watchlist: watchlistIndex, rule: ruleIndex });
      inputs.push({ id: key, query: rule.query, lang: rule.lang, severity: rule.severity, until: rule.until });
    });
  });
  for (const column of plan.columns) {
    if (column.query.trim() === '') continue;
    const key = `column ${column.id}`;
    targets.set(key, { column: column.id });
    inputs.push({ id: key, query: column.query });
  }
  const { matcher } = compileRules(inputs, { now: new Date(plan.at) });

  return (item) => {
    const matches: VersionedMatch[] = [];
    const columns: string[] = [...everything];
    for (const { rule: key, severity, spans } of matcher.match(item)) {
      const target = targets.get(key);
      if (target === undefined) continue;
      if ('column' in target) {
        columns.push(target.column);
        continue;
      }
      const watchlist = plan.watchlists[target.watchlist];
      const rule = watchlist?.rules[target.rule];
      if (watchlist === undefined || rule === undefined) continue;
      matches.push({
        watchlist: watchlist.id,
        version: watchlist.version,
        rule: rule.id,
        severity,
        action: rule.action ?? 'alert',
        spans: spans.map((span) => ({ ...span, via: [...span.via] })),
      });
    }
    const said = decoded(item);
    // Made here because it costs more than anything that the main thread does for an Item.
    return { ...said, matches, columns, search: searchVector(item, said.decoded) };
  };
}

function decoded(item: Item): Pick<Analysis, 'decoded' | 'copyKey'> {
  const text = decode(item.text);
  const title = item.title === undefined ? undefined : decode(item.title);
  const key = copyKey(text.plain);
  return {
    decoded: { text: copied(text), ...(title === undefined ? {} : { title: copied(title) }) },
    // An entry that is only a headline is a copy of others with that headline.
    copyKey: key === '' && title !== undefined ? copyKey(title.plain) : key,
  };
}

function copied(said: ReturnType<typeof decode>): Analysis['decoded']['text'] {
  return {
    text: said.text,
    plain: said.plain,
    fold: said.fold,
    readings: said.readings.map((reading) => ({ ...reading, steps: [...reading.steps] })),
    disguises: [...said.disguises],
  };
}

/**
 * Does one job with a compiled plan.
 * @param onItem hears the index of each Item before it is worked on
 */
export function analyse(job: AnalysisJob, analyser: Analyser, onItem?: (index: number) => void): AnalysisOutput {
  if (job.kind === 'analyse') return { kind: job.kind, results: each(job.items, analyser, onItem) };
  const { matcher } = compileRules(job.rules, { now: new Date(job.at) });
  return {
    kind: job.kind,
    results: each(
      job.items,
      (item): readonly Match[] =>
        matcher.match(item).map(({ rule, severity, spans }) => ({
          item: item.id,
          rule,
          severity,
          spans: spans.map((span) => ({ ...span, via: [...span.via] })),
        })),
      onItem,
    ),
  };
}

function each<Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  onItem: ((index: number) => void) | undefined,
): readonly Isolated<Result>[] {
  return items.map((item, index) => {
    onItem?.(index);
    try {
      return { ok: true, result: work(item) };
    } catch (error) {
      return { ok: false, reason: `could not be decoded and matched: ${messageOf(error)}` };
    }
  });
}
