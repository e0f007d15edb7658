import { originalSpan } from '@vedette/decode';
import { stepsOf, type Layer } from './layers.js';
import { metadataHolds } from './metadata.js';
import { hitsOf, nearSpans } from './places.js';
import type { PlacePlan, Plan, RegexPlan } from './plan.js';
import { lowered } from './regex.js';
import type { MatchInput, MatchSpan } from './shapes.js';

/** An Item with all the ways to read it. */
export interface ReadItem {
  readonly item: MatchInput;
  readonly layers: readonly Layer[];
  /** Lower-case texts by layer, made when a regular expression first needs them. */
  readonly lowered: Map<Layer, string>;
}

/** So many spans of one rule in one Item are told: what is found beyond is of no use to anybody. */
const mostSpans = 50_000;

type Filter = (span: MatchSpan) => boolean;

/**
 * Evaluates a query: the spans that make it true (none for conditions on metadata and for negations), or `undefined`
 * when it is not true.
 */
export function evaluate(plan: Plan, read: ReadItem): readonly MatchSpan[] | undefined {
  const spans = evaluateWith(plan, read, undefined);
  return spans === undefined ? undefined : inOrder(spans);
}

function evaluateWith(plan: Plan, read: ReadItem, filter: Filter | undefined): readonly MatchSpan[] | undefined {
  switch (plan.type) {
    case 'and': {
      const all: MatchSpan[] = [];
      for (const item of plan.items) {
        const spans = evaluateWith(item, read, filter);
        if (spans === undefined) return undefined;
        add(all, spans);
      }
      return all;
    }
    case 'or': {
      let all: MatchSpan[] | undefined;
      for (const item of plan.items) {
        const spans = evaluateWith(item, read, filter);
        if (spans !== undefined) add((all ??= []), spans);
        if ((all?.length ?? 0) >= mostSpans) break;
      }
      return all;
    }
    case 'not':
      return evaluateWith(plan.item, read, filter) === undefined ? [] : undefined;
    case 'via': {
      const { step, negated } = plan;
      const narrower: Filter = (span) => span.via.includes(step) !== negated && (filter === undefined || filter(span));
      return evaluateWith(plan.item, read, narrower);
    }
    case 'field': {
      const texts = plan.field === 'url' || plan.field === 'domain' || plan.field === 'has' ? textsOf(read) : [];
      return metadataHolds(plan.field, plan.value, read.item, texts) ? [] : undefined;
    }
    case 'regex':
      return some(regexSpans(plan, read), filter);
    case 'term':
    case 'hashtag':
    case 'near':
    case 'any-place':
      return some(
        read.layers.flatMap((layer) => placeSpans(plan, layer)),
        filter,
      );
  }
}

function add(to: MatchSpan[], spans: readonly MatchSpan[]): void {
  for (const span of spans) {
    if (to.length >= mostSpans) return;
    to.push(span);
  }
}

function placeSpans(plan: PlacePlan, layer: Layer): readonly MatchSpan[] {
  if (plan.type === 'near') return nearSpans(plan, layer);
  return hitsOf(plan, layer).flatMap(({ parts }) => parts);
}

function textsOf(read: ReadItem): readonly string[] {
  return read.layers.filter(({ kind }) => kind !== 'reading').map(({ tracked }) => tracked.text);
}

/** Each place once, with the fewest steps that it can be found with; `undefined` for none. */
function some(spans: readonly MatchSpan[], filter: Filter | undefined): readonly MatchSpan[] | undefined {
  if (spans.length === 0) return undefined;
  const once = distinct(spans);
  const left = filter === undefined ? once : once.filter(filter);
  return left.length === 0 ? undefined : left;
}

function distinct(spans: readonly MatchSpan[]): readonly MatchSpan[] {
  if (spans.length < 2) return spans;
  const best = new Map<string, MatchSpan>();
  for (const span of spans) {
    const place = `${span.field} ${String(span.start)} ${String(span.end)} ${span.term}`;
    const known = best.get(place);
    if (known === undefined || known.via.length > span.via.length) best.set(place, span);
  }
  return [...best.values()];
}

function inOrder(spans: readonly MatchSpan[]): readonly MatchSpan[] {
  if (spans.length < 2) return spans;
  return distinct(spans).toSorted(
    (a, b) =>
      (a.field === b.field ? 0 : a.field === 'title' ? -1 : 1) ||
      a.start - b.start ||
      a.end - b.end ||
      (a.term < b.term ? -1 : a.term > b.term ? 1 : 0),
  );
}

function regexSpans({ node, regex, literal }: RegexPlan, read: ReadItem): readonly MatchSpan[] {
  const spans: MatchSpan[] = [];
  const seen = new Set<string>();
  for (const layer of read.layers) {
    const { text } = layer.tracked;
    if (layer.kind === 'reading' || (node.raw && layer.kind !== 'published')) continue;
    if (node.where === 'title' && layer.field !== 'title') continue;
    if (seen.has(layer.field + text)) continue;
    seen.add(layer.field + text);
    if (literal !== undefined && !loweredOf(layer, read).includes(literal)) continue;
    for (const { start, end } of regex.find(text)) {
      const place = originalSpan(layer.tracked, start, end);
      const via = layer.kind === 'published' ? [] : stepsOf(layer, place, 1);
      spans.push({ ...place, field: layer.field, term: node.text, via });
    }
  }
  return spans;
}

function loweredOf(layer: Layer, read: ReadItem): string {
  const known = read.lowered.get(layer);
  if (known !== undefined) return known;
  const text = lowered(layer.tracked.text);
  read.lowered.set(layer, text);
  return text;
}
