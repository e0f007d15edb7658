/** Signs that end a word of the query language, so that a value holding one is put in quotes. */
const needsQuotes = /[\s()"“”„‟«»＂،؛，、；]/u;

/**
 * Adds one part to a query, unless it is already there as a part of its own.
 * @example withPart('grey gate', 'lang:ar') // 'grey gate lang:ar'
 */
export function withPart(query: string, part: string): string {
  const trimmed = query.trim();
  if (trimmed === '') return part;
  if (` ${trimmed} `.includes(` ${part} `)) return trimmed;
  // OR binds loosest: without brackets the new part would belong to its last side only.
  return /\bOR\b|\|/.test(trimmed) && !wrapped(trimmed) ? `(${trimmed}) ${part}` : `${trimmed} ${part}`;
}

/** Whether one pair of brackets holds the whole. */
function wrapped(query: string): boolean {
  if (!query.startsWith('(') || !query.endsWith(')')) return false;
  let depth = 0;
  for (let index = 0; index < query.length; index += 1) {
    if (query[index] === '(') depth += 1;
    if (query[index] === ')') depth -= 1;
    if (depth === 0 && index < query.length - 1) return false;
  }
  return depth === 0;
}

/**
 * A field with its value, in quotes where the value needs them.
 * @example fieldPart('source', 'The Marrow Courier') // 'source:"The Marrow Courier"'
 */
export function fieldPart(field: 'source' | 'lang' | 'kind', value: string): string {
  return needsQuotes.test(value) ? `${field}:"${value.replaceAll('"', ' ')}"` : `${field}:${value}`;
}

/**
 * A query without the stretch from `start` to `end` (UTF-16 units).
 * @example withoutPart('grey -museum gate', 5, 12) // 'grey gate'
 */
export function withoutPart(query: string, start: number, end: number): string {
  const before = query.slice(0, start).trimEnd();
  const after = query.slice(end).trimStart();
  return before === '' || after === '' ? before + after : `${before} ${after}`;
}
