import { compileRules, type MatchInput, type MatchSpan } from '../src/index.js';

/** What one query finds in one text: `field:typed<term>via…` for each span, or `undefined` where it does not match. */
export function found(query: string, text: string, more: Partial<MatchInput> = {}): readonly string[] | undefined {
  const spans = spansOf(query, text, more);
  return spans?.map(({ field, start, end, via }) => {
    const typed = (field === 'title' ? (more.title ?? '') : text).slice(start, end);
    return `${field === 'title' ? 'title:' : ''}${typed}${via.length > 0 ? ` via ${via.join(',')}` : ''}`;
  });
}

export function spansOf(query: string, text: string, more: Partial<MatchInput> = {}): readonly MatchSpan[] | undefined {
  const { matcher, problems } = compileRules([{ id: 'r', query }]);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
  return matcher.match({ id: 'x', text, ...more })[0]?.spans;
}
