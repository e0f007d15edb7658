import type { Block } from './blocks.js';
import { localTimeOf, type DateOrder } from './date-order.js';
import type { Said, Senders } from './senders.js';
import { readStamp } from './stamp.js';

/** A message whose place in the chat is settled. */
export interface Settled {
  readonly block: Block;
  readonly said: Said;
  /** local time of the phone, told as if it were UTC; epoch milliseconds */
  readonly time: number | undefined;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** how far ahead is looked until a chat comes back to its time */
const mostHeld = 200;
const mostRemembered = 20_000;

/**
 * Finds heads that somebody pasted into a message. A chat goes forward in time: heads that fall back behind the message
 * before them, until the chat goes on where it was, are text of that message. Messages that came late are not: they fall
 * back by less than a day and were written by somebody of the chat.
 */
export class QuotedHeads {
  /** the message that lines may still be added to */
  private last: Settled | undefined;
  private held: Settled[] = [];
  private top: number | undefined;
  private readonly recent = new Set<string>();

  constructor(
    private readonly order: DateOrder,
    private readonly senders: Senders,
  ) {}

  *take(block: Block): Generator<Settled> {
    const candidate = this.read(block);
    const { time, said } = candidate;
    if (time === undefined || this.top === undefined) {
      yield* this.release();
      yield* this.accept(candidate);
      return;
    }
    if (this.held.length > 0) {
      const first = this.held[0];
      if (said.name === undefined || first?.time === undefined) {
        this.held.push(candidate);
      } else if (first.time > this.top) {
        // one unknown voice in the future, and the chat goes on before it
        if (time < first.time - dayMs && time >= this.top - dayMs) this.quote();
        else yield* this.release();
        yield* this.take(block);
        return;
      } else if (time >= this.top) {
        this.quote();
        yield* this.accept(candidate);
      } else this.held.push(candidate);
      if (this.held.length > mostHeld) yield* this.release();
      return;
    }
    if (said.name === undefined) yield* this.accept(candidate);
    else if (time < this.top && this.isQuote(candidate, time)) this.append(candidate);
    else if (time < this.top - dayMs || (time > this.top + dayMs && !this.senders.knows(said.name)))
      this.held.push(candidate);
    else yield* this.accept(candidate);
  }

  *end(): Generator<Settled> {
    const strangers = this.held.every(({ said }) => said.name === undefined || !this.senders.knows(said.name));
    const back = (this.held[0]?.time ?? 0) < (this.top ?? 0);
    if (back && (strangers || this.held.length <= 5)) this.quote();
    else yield* this.release();
    if (this.last !== undefined) yield this.last;
    this.last = undefined;
  }

  private read(block: Block): Settled {
    const local = localTimeOf(block.stamp, this.order);
    const utc =
      local === undefined
        ? Number.NaN
        : Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
    // the thirtieth of February is no date
    const time = new Date(utc).getUTCDate() === local?.day ? utc : undefined;
    return { block, said: this.senders.split(block.lines[0] ?? ''), time };
  }

  /** Falls back a little: pasted if it stands in the chat already, or if the message before begins with a pasted head. */
  private isQuote(candidate: Settled, time: number): boolean {
    if (this.top === undefined || time >= this.top - 2 * minuteMs) return false;
    if (this.recent.has(candidate.block.whole) && candidate.said.text.length > 3) return true;
    return this.last !== undefined && readStamp(this.last.said.text) !== undefined;
  }

  private *accept(candidate: Settled): Generator<Settled> {
    if (this.last !== undefined) yield this.last;
    this.last = candidate;
    const { said, time, block } = candidate;
    if (said.name === undefined) return;
    this.senders.add(said.name);
    if (this.recent.size >= mostRemembered) this.recent.clear();
    this.recent.add(block.whole);
    if (time !== undefined && (this.top === undefined || time > this.top)) this.top = time;
  }

  private *release(): Generator<Settled> {
    const { held } = this;
    this.held = [];
    if (held.length > 0) this.top = undefined;
    for (const candidate of held) yield* this.accept(candidate);
  }

  private quote(): void {
    const { held } = this;
    this.held = [];
    for (const candidate of held) this.append(candidate);
  }

  private append({ block }: Settled): void {
    this.last?.block.lines.push(block.whole, ...block.lines.slice(1));
  }
}
