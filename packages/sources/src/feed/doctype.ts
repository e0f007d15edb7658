/** What was in front of the root element: the text without it, and the harmless entities that it declared. */
export interface Prolog {
  readonly text: string;
  readonly entities: ReadonlyMap<string, string>;
}

const longestEntity = 1024;
const mostEntities = 256;

/**
 * Takes the document type declaration out of a document. Only entities whose value is short and holds no reference to
 * another entity are kept: nothing nested, nothing external, no parameter entity is ever expanded.
 */
export function takeDoctype(text: string): Prolog {
  const start = text.slice(0, 200_000).search(/<!DOCTYPE\b/i);
  if (start === -1) return { text, entities: new Map() };
  const firstElement = text.slice(0, start).search(/<[a-z]/i);
  if (firstElement !== -1) return { text, entities: new Map() };
  const end = doctypeEnd(text, start);
  return { text: text.slice(0, start) + text.slice(end), entities: safeEntities(text.slice(start, end)) };
}

function doctypeEnd(text: string, start: number): number {
  let inSubset = false;
  let index = start + 9;
  while (index < text.length) {
    const char = text[index];
    if (char === '"' || char === "'") {
      const close = text.indexOf(char, index + 1);
      if (close === -1) return text.length;
      index = close + 1;
      continue;
    }
    if (text.startsWith('<!--', index)) {
      const close = text.indexOf('-->', index + 4);
      index = close === -1 ? text.length : close + 3;
      continue;
    }
    if (char === '[') inSubset = true;
    else if (char === ']') inSubset = false;
    else if (char === '>' && !inSubset) return index + 1;
    index += 1;
  }
  return text.length;
}

function safeEntities(doctype: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const [, name, double, single] of doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
    const value = double ?? single ?? '';
    // a reference inside a value is let through only as a character reference
    if (name === undefined || value.length > longestEntity || /&(?!#x?[0-9a-f]{1,6};)|%/i.test(value)) continue;
    if (entities.size >= mostEntities) break;
    entities.set(name, value);
  }
  return entities;
}
