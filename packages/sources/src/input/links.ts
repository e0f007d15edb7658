/**
 * Web addresses in plain text, each once, without the punctuation of the sentence around them.
 * @example linksIn('see https://example.org/walk.') // ['https://example.org/walk']
 */
export function linksIn(text: string): string[] {
  if (!text.includes('://')) return [];
  const links = new Set<string>();
  for (const [found] of text.matchAll(/https?:\/\/[^\s<>"\u200e\u200f]+/giu)) {
    const link = found.replace(/[.,;:!?)\]}'*_~|]+$/u, (end) =>
      end.startsWith(')') && found.includes('(') ? ')' : '',
    );
    if (URL.canParse(link)) links.add(link);
  }
  return [...links];
}
