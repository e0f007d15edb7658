import { readStamp, type Stamp } from './stamp.js';

/** A line that begins a message, with the lines that follow it. */
export interface Block {
  readonly stamp: Stamp;
  /** counted from 1 */
  readonly line: number;
  /** what stands behind the stamp, and the lines behind it */
  readonly lines: string[];
  /** the whole first line, for the case that it belongs to the message before */
  readonly whole: string;
}

/** Something that is no message. */
export interface Stray {
  readonly line: number;
  readonly reason: string;
  readonly sample: string;
}

/** How the heads of this file look. */
export interface HeadStyle {
  readonly styles: ReadonlySet<string>;
  /** iPhones end messages with CR LF and lines inside with LF: then a head begins only behind CR LF */
  readonly onlyBehindCrLf: boolean;
}

/** No message of WhatsApp is longer than 65,536 characters; with a margin for what is pasted together. */
const longestMessage = 2 ** 20;

/** Learns from the beginning of the file how its heads look; undefined where it has none. */
export function headStyleOf(head: string): HeadStyle | undefined {
  const counts = new Map<string, number>();
  let crLf = 0;
  let lf = 0;
  let plainLines = 0;
  let carriage = true;
  const lines = head.split('\n');
  for (const line of lines) {
    const stamp = readStamp(line);
    if (stamp === undefined) plainLines += carriage ? 0 : 1;
    else {
      counts.set(stamp.style, (counts.get(stamp.style) ?? 0) + 1);
      if (carriage) crLf += 1;
      else lf += 1;
    }
    carriage = line.endsWith('\r');
  }
  let total = 0;
  for (const count of counts.values()) total += count;
  if (total === 0) return undefined;
  // one export writes all its dates in one way; what is written otherwise was pasted, unless nothing prevails
  const prevailing = [...counts].filter(([, count]) => count * 2 >= total || count * 4 >= total);
  const styles = new Set(
    (prevailing.some(([, count]) => count * 2 >= total) ? prevailing : [...counts]).map(([style]) => style),
  );
  return { styles, onlyBehindCrLf: crLf >= 10 && plainLines > 0 && lf * 10 <= crLf };
}

/** Splits the text of an export into messages with their lines, and tells what stands before the first one. */
export async function* readBlocks(
  chunks: AsyncIterable<string>,
  style: HeadStyle,
): AsyncGenerator<readonly (Block | Stray)[]> {
  const splitter = new BlockSplitter(style);
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest === '' ? chunk : rest + chunk;
    let start = 0;
    const done: (Block | Stray)[] = [];
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      splitter.take(text.slice(start, end), done);
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > longestMessage) {
      splitter.take(rest, done);
      rest = '';
    }
    if (done.length > 0) yield done;
  }
  const done: (Block | Stray)[] = [];
  if (rest !== '') splitter.take(rest, done);
  splitter.end(done);
  yield done;
}

class BlockSplitter {
  private current: Block | undefined;
  private length = 0;
  private line = 0;
  private carriage = true;
  private stray: { line: number; sample: string; last: number } | undefined;

  constructor(private readonly style: HeadStyle) {}

  take(raw: string, done: (Block | Stray)[]): void {
    this.line += 1;
    const carriage = raw.charCodeAt(raw.length - 1) === 0x0d;
    const line = carriage ? raw.slice(0, -1) : raw;
    const stamp = this.style.onlyBehindCrLf && !this.carriage ? undefined : readStamp(line);
    this.carriage = carriage;
    if (stamp !== undefined && this.style.styles.has(stamp.style)) {
      this.finish(done);
      this.current = { stamp, line: this.line, lines: [line.slice(stamp.end)], whole: line };
      this.length = line.length;
      return;
    }
    if (this.current !== undefined) {
      this.length += line.length + 1;
      if (this.length <= longestMessage) {
        this.current.lines.push(line);
        return;
      }
      this.finish(done);
    }
    if (line.trim() === '' || line === '\ufeff') return;
    if (this.stray === undefined) this.stray = { line: this.line, sample: line.slice(0, 500), last: this.line };
    else this.stray.last = this.line;
  }

  end(done: (Block | Stray)[]): void {
    const lines = this.current?.lines ?? [];
    const filled = lines.findLastIndex((line) => line !== '');
    lines.length = Math.max(filled + 1, Math.min(lines.length, 1));
    this.finish(done);
  }

  private finish(done: (Block | Stray)[]): void {
    if (this.stray !== undefined) {
      const { line, last, sample } = this.stray;
      const reason =
        last > line
          ? `lines ${String(line)} to ${String(last)} belong to no message`
          : 'belongs to no message: no date and time stand before it';
      done.push({ line, reason, sample });
      this.stray = undefined;
    }
    if (this.current !== undefined) done.push(this.current);
    this.current = undefined;
  }
}
