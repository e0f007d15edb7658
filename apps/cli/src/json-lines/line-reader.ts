import { isUtf8 } from 'node:buffer';
import type { Item } from '@vedette/contract';
import type { LineNormalizer } from '@vedette/sources';
import { LineScanner, type Matcher, type MatchInput } from '@vedette/match';
import { longestLine } from './line-buffer.js';

const newline = 0x0a;

/** What was found in one line. */
export interface MatchedLine {
  readonly ref: string;
  /** The whole Item only where it was asked for. */
  readonly item: MatchInput | Item;
  readonly matches: ReturnType<Matcher['match']>;
}

/** Where the findings of lines go, in their order. */
export interface LineSink {
  matched(line: MatchedLine): Promise<void> | void;
  reject(rejected: { readonly where: string; readonly reason: string }): void;
  /** Whether nobody listens any more. */
  readonly closed: boolean;
}

/** How lines are read. */
export interface LineOptions {
  /** Of the input, for lines without an id. */
  readonly name: string;
  readonly textPath: string | undefined;
  /** Whether lines without a match are wanted too. */
  readonly all: boolean;
  /** Whether whole Items are wanted, or rules look at more than texts. */
  readonly whole: boolean;
}

/** Whole lines of an input, each with its line feed. */
export interface LineBlock {
  readonly bytes: Uint8Array;
  /** The number of the first line, counted from 1. */
  readonly firstLine: number;
  /** Whether the first line is only the end of one that was too long. */
  readonly beginsOverlong: boolean;
}

/**
 * Matches lines of JSON. A line that no rule can catch is never parsed: its text is found by a scan over its bytes and
 * cleared by its folded words. Only what is left is parsed, and only what is unusual in it, or asked for whole, becomes
 * an Item as `read` would make it. The answer is that of reading every line; a test compares the two.
 */
export class LineReader {
  readonly #matcher: Matcher;
  readonly #options: LineOptions;
  readonly #sink: LineSink;
  readonly #scanner: LineScanner;
  #line = 0;
  #normalizer: LineNormalizer | undefined;

  constructor(matcher: Matcher, options: LineOptions, sink: LineSink) {
    this.#matcher = matcher;
    this.#options = options;
    this.#sink = sink;
    this.#scanner = new LineScanner(options.textPath ?? 'text');
  }

  /** Matches the lines of a block; gives how many there were. */
  async read({ bytes: given, firstLine, beginsOverlong }: LineBlock): Promise<number> {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    let at = 0;
    this.#line = firstLine - 1;
    if (beginsOverlong) {
      this.#line += 1;
      at = bytes.indexOf(newline) + 1;
      this.#rejectOverlong();
    }
    const valid = isUtf8(bytes.subarray(at));
    while (at < bytes.length && !this.#sink.closed) {
      this.#line += 1;
      const scanned = valid ? this.#scanner.scan(bytes, at) : -1;
      const end = scanned < 0 ? bytes.indexOf(newline, at) : scanned;
      if (end - at > longestLine) this.#rejectOverlong();
      else if (scanned < 0) await this.#normal(bytes.subarray(at, end));
      else if (!this.#cleared()) await this.#scanned(bytes.subarray(at, end));
      at = end + 1;
    }
    return this.#line - firstLine + 1;
  }

  get #where(): string {
    return `${this.#options.name}:${String(this.#line)}`;
  }

  #rejectOverlong(): void {
    const reason = `is longer than ${String(longestLine / 2 ** 20)} MB (the limit)`;
    this.#sink.reject({ where: this.#where, reason });
  }

  /** Whether the line that was scanned last needs no further look. */
  #cleared(): boolean {
    const { hasText, hasTitle, text, title } = this.#scanner;
    if (this.#mayBeItem) return false;
    // Without a text it is another event of the stream.
    return !hasText || (!this.#options.all && !this.#matcher.mayMatch(hasTitle ? title : undefined, text));
  }

  /** Items have more to be checked than that they are JSON. */
  get #mayBeItem(): boolean {
    return this.#scanner.mayBeItem && this.#options.textPath === undefined;
  }

  /** A line that is good JSON and may match. */
  async #scanned(bytes: Buffer): Promise<void> {
    if (this.#options.whole || this.#mayBeItem) return this.#normal(bytes);
    const { text, title, hasTitle } = this.#scanner;
    const { id, lang } = plainFields(JSON.parse(bytes.toString('utf8')));
    const ref = id ?? this.#where;
    const item: MatchInput = { id: ref, lang, title: hasTitle ? title.toString() : undefined, text: text.toString() };
    await this.#match(ref, item);
  }

  /** A line as `read` reads it. */
  async #normal(bytes: Buffer): Promise<void> {
    const content = bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
    if (content.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)) return;
    const { textPath, name } = this.#options;
    const { LineNormalizer: Normalizer, placed } = await import('@vedette/sources');
    this.#normalizer ??= new Normalizer(textPath === undefined ? {} : { textPath });
    const reading = this.#normalizer.read(content);
    if ('reason' in reading) this.#sink.reject({ where: this.#where, reason: reading.reason });
    if (!('item' in reading)) return;
    const item = placed(reading.item, 'ndjson', name, name === '-' ? 'stdin' : 'file');
    await this.#match(reading.ownId ?? this.#where, item);
  }

  async #match(ref: string, item: MatchInput | Item): Promise<void> {
    const matches = this.#matcher.match(item);
    if (this.#options.all || matches.length > 0) await this.#sink.matched({ ref, item, matches });
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
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
