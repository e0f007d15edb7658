import type { ItemSummary } from '@vedette/contract';

/**
 * What a list shows first of an Item: its title, else the beginning of its text, cut at a word; of an Item without
 * either, its address or a dash, so that a link to it always has a name.
 * @example headlineOf({ text: 'one two three' }, 8) // 'one two…'
 */
export function headlineOf(item: Pick<ItemSummary, 'title' | 'text' | 'url'>, length = 140): string {
  const text = item.title?.trim() || item.text.trim() || (item.url ?? '—');
  const line = text.split('\n', 1)[0] ?? '';
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
