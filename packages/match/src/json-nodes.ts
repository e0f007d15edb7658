/** A value of a JSON text with the place where it stands, in UTF-16 units. */
export type JsonNode =
  | { readonly kind: 'scalar'; readonly start: number; readonly value: string | number | boolean | null }
  | { readonly kind: 'array'; readonly start: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'object'; readonly start: number; readonly members: readonly JsonMember[] };

/** A name of an object, as often as it stands there, and its value. */
export interface JsonMember {
  readonly key: string;
  readonly start: number;
  readonly node: JsonNode;
}

/** What is nested deeper than this is passed over; no watchlist is. */
const deepest = 60;
const blanks = /[ \t\n\r]*/uy;
const wordEnd = /[^,\]}\s]*/uy;

/**
 * The values of a text with their places.
 * @param text JSON that `JSON.parse` accepts
 */
export function jsonNodes(text: string): JsonNode {
  return new JsonReader(text).read(0);
}

class JsonReader {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(depth: number): JsonNode {
    this.#skip(blanks);
    const start = this.#at;
    switch (this.#text.charCodeAt(start)) {
      case 0x22:
        return { kind: 'scalar', start, value: this.#string() };
      case 0x5b:
        return depth > deepest ? this.#passed(start) : { kind: 'array', start, items: this.#items(depth) };
      case 0x7b:
        return depth > deepest ? this.#passed(start) : { kind: 'object', start, members: this.#members(depth) };
      default:
        this.#skip(wordEnd);
        return { kind: 'scalar', start, value: scalarOf(this.#text.slice(start, this.#at)) };
    }
  }

  #skip(what: RegExp): void {
    what.lastIndex = this.#at;
    what.test(this.#text);
    this.#at = Math.max(this.#at, what.lastIndex);
  }

  /** After the sign at hand: whether a closing sign follows, which is passed. */
  #closes(sign: string): boolean {
    this.#skip(blanks);
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  /** Passes a comma, or the closing sign that ends the list. */
  #more(): boolean {
    this.#skip(blanks);
    const more = this.#text[this.#at] === ',';
    this.#at += 1;
    return more;
  }

  #items(depth: number): readonly JsonNode[] {
    this.#at += 1;
    const items: JsonNode[] = [];
    if (this.#closes(']')) return items;
    do items.push(this.read(depth + 1));
    while (this.#more());
    return items;
  }

  #members(depth: number): readonly JsonMember[] {
    this.#at += 1;
    const members: JsonMember[] = [];
    if (this.#closes('}')) return members;
    do {
      this.#skip(blanks);
      const start = this.#at;
      const key = this.#string();
      this.#closes(':');
      members.push({ key, start, node: this.read(depth + 1) });
    } while (this.#more());
    return members;
  }

  #string(): string {
    const start = this.#at;
    const end = this.#stringEnd(start);
    this.#at = end + 1;
    const inner = this.#text.slice(start + 1, end);
    return inner.includes('\\') ? scalarText(this.#text.slice(start, end + 1)) : inner;
  }

  /** The closing quotation mark of the string that begins at `start`. */
  #stringEnd(start: number): number {
    let end = this.#text.indexOf('"', start + 1);
    for (;;) {
      if (end < 0) return this.#text.length;
      let slashes = 0;
      while (this.#text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1;
      if (slashes % 2 === 0) return end;
      end = this.#text.indexOf('"', end + 1);
    }
  }

  /** What is too deep, as if it were null. */
  #passed(start: number): JsonNode {
    let depth = 0;
    do {
      const sign = this.#text[this.#at];
      if (sign === '"') this.#at = this.#stringEnd(this.#at);
      else if (sign === '[' || sign === '{') depth += 1;
      else if (sign === ']' || sign === '}') depth -= 1;
      this.#at += 1;
    } while (depth > 0 && this.#at < this.#text.length);
    return { kind: 'scalar', start, value: null };
  }
}

function scalarText(written: string): string {
  const value: unknown = JSON.parse(written);
  return typeof value === 'string' ? value : '';
}

function scalarOf(written: string): number | boolean | null {
  if (written === 'null') return null;
  return written === 'true' || written === 'false' ? written === 'true' : Number(written);
}

/** The last value under a name of an object, as `JSON.parse` has it. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.findLast((member) => member.key === key)?.node : undefined;
}

/** The text under a name of an object, if it is one that is not blank. */
export function textOf(node: JsonNode | undefined, key: string): string | undefined {
  const found = memberOf(node, key);
  if (found?.kind !== 'scalar' || found.value === null || found.value === false || found.value === true)
    return undefined;
  const text = String(found.value).trim();
  return text === '' ? undefined : text;
}
