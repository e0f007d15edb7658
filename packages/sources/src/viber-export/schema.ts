import { z } from 'zod';

/** What can be set about an export of Viber. */
export const configSchema = z.object({
  columns: z
    .string()
    .min(1)
    .optional()
    .describe('columns by position; date,time,author.name,author.id,text if missing'),
  zone: z.string().min(1).optional().describe('zone of the phone that made the export (IANA); UTC where missing'),
});

/** What Viber writes: no header, one message a row. */
export const defaultColumns = 'date,time,author.name,author.id,text';

const date = /^\p{Nd}{1,4}[-/.]\s?\p{Nd}{1,2}[-/.]\s?\p{Nd}{1,4}\.?$/u;
const time = /^\p{Nd}{1,2}[:.]\p{Nd}{2}(?:[:.]\p{Nd}{2})?(?:\s?\p{L}[\p{L}.\s]{0,6})?$/u;
const phone = /^\+?[\p{Nd}()\s-]{5,20}$/u;

type Looks = 'date' | 'time' | 'datetime' | 'phone' | 'words';

/** What a cell looks like. */
export function looksOf(cell: string): Looks {
  const plain = cell.replace(/[\p{Cf}]/gu, '').trim();
  if (date.test(plain)) return 'date';
  if (time.test(plain)) return 'time';
  const space = plain.search(/[\s,T]/u);
  if (space > 0 && date.test(plain.slice(0, space)) && time.test(plain.slice(space).replace(/^[\s,T]+/u, '')))
    return 'datetime';
  return phone.test(plain) ? 'phone' : 'words';
}

/**
 * Guesses the columns from some rows: dates, times and phone numbers tell themselves, the words before the text are the name. Undefined where
 * no column holds dates. @example guessColumns([['1/2/2024', '10:00', 'Ana', '+3200', 'hi']]) // 'date,time,author.name,author.id,text'
 */
export function guessColumns(rows: readonly (readonly string[])[]): string | undefined {
  const width = Math.min(...rows.map((row) => row.length));
  if (rows.length === 0 || width < 3) return undefined;
  const kinds: Looks[] = [];
  for (let place = 0; place < width; place += 1) {
    const seen = rows.map((row) => looksOf(row[place] ?? '')).filter((_, index) => (rows[index]?.[place] ?? '') !== '');
    const words = seen.filter((one) => one === 'words').length;
    kinds.push(seen.length === 0 || words * 5 > seen.length || place === width - 1 ? 'words' : (seen[0] ?? 'words'));
  }
  if (!kinds.some((kind) => kind === 'date' || kind === 'datetime')) return undefined;
  const used = new Set<string>();
  const once = (name: string) => (used.has(name) ? '-' : (used.add(name), name));
  const names = kinds.map((kind, place) => {
    if (place === width - 1) return 'text';
    if (kind === 'phone') return once('author.id');
    return kind === 'words' ? once('author.name') : once(kind);
  });
  return names.join(',');
}
