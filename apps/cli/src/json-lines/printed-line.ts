import type { MatchedLine } from './line-reader.js';

/** What is printed of a line for programs: a Match a rule, or no span where nothing was found. */
export function printedLines({ ref, matches }: Pick<MatchedLine, 'ref' | 'matches'>): readonly string[] {
  if (matches.length === 0) return [JSON.stringify({ item: ref, spans: [] })];
  return matches.map(({ rule, severity, spans }) => JSON.stringify({ item: ref, rule, severity, spans }));
}
