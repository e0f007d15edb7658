import { withoutEdgeMarks } from './schema.js';

/** Who wrote a line, and the text behind the name; without a name it is a line that WhatsApp wrote. */
export interface Said {
  readonly name?: string;
  readonly text: string;
}

const mostRemembered = 50_000;
const longestName = 120;

/** Tells names from text. A name that was seen is known again; what only looks like one holds half of a quotation. */
export class Senders {
  readonly #known = new Set<string>();
  readonly #withColon = new Map<string, string>();

  /** Learns names that hold a colon from the beginning of a chat: everything that "Team" says begins with "Red: ". */
  learn(firstLines: readonly string[]): void {
    const seconds = new Map<string, { readonly second: string; count: number } | undefined>();
    for (const line of firstLines) {
      const [first, second, third] = line.split(': ', 3);
      if (first === undefined || second === undefined) continue;
      const said = third === undefined ? undefined : second;
      const before = seconds.get(first);
      if (said === undefined || said.length > 30 || (seconds.has(first) && before?.second !== said)) {
        seconds.set(first, undefined);
      } else if (before === undefined) seconds.set(first, { second: said, count: 1 });
      else before.count += 1;
    }
    for (const [first, found] of seconds) {
      if (found !== undefined && found.count >= 3) this.#withColon.set(first, `${first}: ${found.second}`);
    }
  }

  /** Whether somebody of this name wrote before. */
  knows(name: string): boolean {
    return this.#known.has(name);
  }

  add(name: string): void {
    if (this.#known.size < mostRemembered) this.#known.add(name);
  }

  split(line: string): Said {
    let colon = line.indexOf(': ');
    if (colon < 0) {
      if (!line.endsWith(':')) return { text: line };
      colon = line.length - 1;
    }
    const raw = line.slice(0, colon);
    const longer = this.#withColon.get(raw);
    if (longer !== undefined && line.startsWith(`${longer}: `)) {
      return { name: withoutEdgeMarks(longer), text: line.slice(longer.length + 2) };
    }
    const name = withoutEdgeMarks(raw);
    if (name === '' || (!this.#known.has(name) && !isName(raw, name))) return { text: line };
    return { name, text: line.slice(colon + 2) };
  }
}

/** `Ana changed the subject to "Walk` and `الرسائل …` before a colon are halves of sentences, not names. */
function isName(raw: string, name: string): boolean {
  if (name.length > longestName || raw !== raw.trimEnd()) return false;
  if (raw.startsWith('\u200e') && /\s\S+\s\S+\s/u.test(name)) return false;
  if (count(name, '"') % 2 === 1) return false;
  for (const [open, close] of ['“”', '«»', '„“', '「」', '‘’']) {
    if (open !== undefined && close !== undefined && open !== '„' && count(name, open) > count(name, close))
      return false;
  }
  return !/„[^“”]*$/u.test(name);
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
