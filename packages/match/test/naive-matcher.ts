import { words, type QueryNode, type TermNode, type Word, type WordPattern } from '../src/index.js';

/**
 * The query language written down as simply as possible, for folded terms on undisguised text without hashtags: every
 * node is tried at every word. The oracle of the engine.
 */
export function naiveMatch(
  node: QueryNode,
  fields: Readonly<Record<'title' | 'text', string>>,
): Set<string> | undefined {
  switch (node.type) {
    case 'and': {
      const all = node.items.map((item) => naiveMatch(item, fields));
      return all.includes(undefined) ? undefined : new Set(all.flatMap((spans) => [...(spans ?? [])]));
    }
    case 'or': {
      const all = node.items.map((item) => naiveMatch(item, fields)).filter((spans) => spans !== undefined);
      return all.length === 0 ? undefined : new Set(all.flatMap((spans) => [...spans]));
    }
    case 'not':
      return naiveMatch(node.item, fields) === undefined ? new Set() : undefined;
    case 'term':
    case 'near':
    case 'any-place': {
      const spans = new Set<string>();
      for (const field of ['title', 'text'] as const) {
        const all = words(fields[field]);
        for (const { parts } of places(node, all)) {
          for (const { first, last } of parts) spans.add(`${field} ${all[first]?.start ?? 0} ${all[last]?.end ?? 0}`);
        }
      }
      return spans.size === 0 ? undefined : spans;
    }
    case 'via':
    case 'field':
    case 'regex':
    case 'hashtag':
      throw new Error(`the oracle does not know ${node.type}`);
  }
}

interface Place {
  readonly first: number;
  readonly last: number;
  readonly parts: readonly { readonly first: number; readonly last: number }[];
}

function places(node: QueryNode, all: readonly Word[]): readonly Place[] {
  if (node.type === 'any-place') return node.items.flatMap((item) => places(item, all));
  if (node.type === 'near') {
    const found: Place[] = [];
    for (const left of places(node.left, all)) {
      for (const right of places(node.right, all)) {
        const gap =
          right.first > left.last ? right.first - left.last - 1 : node.ordered ? -1 : left.first - right.last - 1;
        if (gap < 0 || gap > node.distance) continue;
        const first = Math.min(left.first, right.first);
        found.push({ first, last: Math.max(left.last, right.last), parts: [...left.parts, ...right.parts] });
      }
    }
    return found;
  }
  if (node.type !== 'term') return [];
  return all.flatMap((_, first) => {
    const last = first + node.words.length - 1;
    return stands(node, all, first) ? [{ first, last, parts: [{ first, last }] }] : [];
  });
}

function stands(term: TermNode, all: readonly Word[], first: number): boolean {
  return term.words.every((pattern, index) => {
    const word = all[first + index];
    return word !== undefined && [word.word, ...word.stripped].some((form) => fits(pattern, form));
  });
}

function fits(pattern: WordPattern, word: string): boolean {
  if (pattern.kind === 'wildcard') {
    const source = pattern.text.replaceAll('*', '.*').replaceAll('?', '.');
    return new RegExp(`^${source}$`, 'su').test(word);
  }
  if (pattern.kind === 'fuzzy') return edits(pattern.text, word) <= 1;
  return pattern.text === word;
}

/** Optimal string alignment distance, by its recursive definition. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (Math.abs(a.length - b.length) > 1) return 2;
  if (a[0] === b[0]) return edits(a.slice(1), b.slice(1));
  const swapped = a[0] === b[1] && a[1] === b[0] && a.length > 1 ? 1 + exact(a.slice(2), b.slice(2)) : 2;
  return Math.min(swapped, 1 + exact(a.slice(1), b), 1 + exact(a, b.slice(1)), 1 + exact(a.slice(1), b.slice(1)));
}

function exact(a: string, b: string): number {
  return a === b ? 0 : 2;
}
