import { isUtf8 } from 'node:buffer';
import type { Item } from '@vedette/contract';
import type { LineNormalizer } from '@vedette/sources';
import { LineScanner, type Matcher, type MatchInput } from '@vedette/match';
import type { Session } from '../terminal/session.js';
import type { JsonLines } from './json-lines.js';
import { longestLine, type LineBuffer } from './line-buffer.js';

const newline = 0x0a;

/** What was found in one line, to be written. */
export interface MatchedLine {
  readonly ref: string;
  /** The whole Item only where it was asked for. */
  readonly item: MatchInput | Item;
  readonly matches: ReturnType<Matcher['match']>;
}

export interface MatchLinesOptions {
  readonly matcher: Matcher;
  readonly textPath: string | undefined;
  /** Whether lines without a match are wanted too. */
  readonly all: boolean;
  /** Whether whole Items are wanted, or rules look at more than texts. */
  readonly whole: boolean;
  readonly session: Session;
  readonly onMatched: (line: MatchedLine) => Promise<void> | void;
}

/**
 * Matches lines of JSON. A line that no rule can catch is never parsed: its text is found by a scan over its bytes and
 * cleared by its folded words. Only what is left is parsed, and only what is unusual in it, or asked for whole, becomes
 * an Item as `read` would make it. The answer is that of reading every line; a test compares the two.
 */
export async function matchLines(lines: JsonLines, options: MatchLinesOptions): Promise<void> {
  const reader = new LineReader(lines.name, options);
  const { session } = options;
  for await (const buffer of lines.blocks()) {
    session.signal.throwIfAborted();
    await reader.read(buffer);
    if (session.out.closed) return;
  }
}

class LineReader {
  readonly #name: string;
  readonly #options: MatchLinesOptions;
  readonly #scanner: LineScanner;
  #line = 0;
  #normalizer: LineNormalizer | undefined;

  constructor(name: string, options: MatchLinesOptions) {
    this.#name = name;
    this.#options = options;
    this.#scanner = new LineScanner(options.textPath ?? 'text');
  }

  async read({ bytes, lines, beginsOverlong }: LineBuffer): Promise<void> {
    const { session } = this.#options;
    let at = 0;
    const first = this.#line;
    if (beginsOverlong) {
      this.#line += 1;
      at = bytes.indexOf(newline) + 1;
      this.#rejectOverlong();
    }
    const valid = isUtf8(bytes.subarray(at, lines));
    while (at < lines) {
      this.#line += 1;
      const scanned = valid ? this.#scanner.scan(bytes, at) : -1;
      if (scanned < 0) {
        const end = bytes.indexOf(newline, at);
        if (end - at > longestLine) this.#rejectOverlong();
        else await this.#normal(bytes.subarray(at, end));
        at = end + 1;
      } else {
        if (scanned - at > longestLine) this.#rejectOverlong();
        else if (!this.#cleared()) await this.#scanned(bytes.subarray(at, scanned));
        at = scanned + 1;
      }
      if (session.out.closed) return;
    }
    session.progress.count('texts', this.#line - first);
  }

  #rejectOverlong(): void {
    const reason = `is longer than ${String(longestLine / 2 ** 20)} MB (the limit)`;
    this.#options.session.reject({ where: `${this.#name}:${String(this.#line)}`, reason });
  }

  /** Whether the line that was scanned last needs no further look. */
  #cleared(): boolean {
    const { hasText, hasTitle, mayBeItem, text, title } = this.#scanner;
    const { matcher, textPath, all } = this.#options;
    if (mayBeItem && textPath === undefined) return false;
    // Another event of the stream, without a text.
    if (!hasText) return true;
    return !all && !matcher.mayMatch(hasTitle ? title : undefined, text);
  }

  /** A line that is good JSON and may match. */
  async #scanned(bytes: Buffer): Promise<void> {
    const { whole, textPath, matcher, onMatched, all } = this.#options;
    const { mayBeItem, text, title, hasTitle } = this.#scanner;
    if (whole || (mayBeItem && textPath === undefined)) return this.#normal(bytes);
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    const { id, lang } = plainFields(value);
    const ref = id ?? `${this.#name}:${String(this.#line)}`;
    const item: MatchInput = { id: ref, lang, title: hasTitle ? title.toString() : undefined, text: text.toString() };
    const matches = matcher.match(item);
    if (all || matches.length > 0) await onMatched({ ref, item, matches });
  }

  /** A line as `read` reads it. */
  async #normal(bytes: Buffer): Promise<void> {
    const { matcher, onMatched, all, session, textPath } = this.#options;
    const content = bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
    if (content.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)) return;
    const { LineNormalizer: Normalizer, placed } = await import('@vedette/sources');
    this.#normalizer ??= new Normalizer(textPath === undefined ? {} : { textPath });
    const reading = this.#normalizer.read(content);
    const ref = `${this.#name}:${String(this.#line)}`;
    if ('reason' in reading) session.reject({ where: ref, reason: reading.reason });
    if (!('item' in reading)) return;
    const { ownId } = reading;
    const item = placed(reading.item, 'ndjson', this.#name, this.#name === '-' ? 'stdin' : 'file');
    const matches = matcher.match(item);
    if (all || matches.length > 0) await onMatched({ ref: ownId ?? ref, item, matches });
  }
}

/** What rules without conditions on metadata look at. */
function plainFields(value: unknown): { readonly id: string | undefined; readonly lang: string | undefined } {
  const id: unknown = field(value, 'id');
  const lang: unknown = field(value, 'lang');
  return {
    id: typeof id === 'number' ? String(id) : typeof id === 'string' && id !== '' ? id : undefined,
    lang: typeof lang === 'string' ? lang : undefined,
  };
}

function field(value: unknown, name: 'id' | 'lang'): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
