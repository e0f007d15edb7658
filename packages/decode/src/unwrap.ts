import type { DisguiseName } from './decoded.js';
import type { Payload } from './payload.js';
import type { FoundPayload, PayloadReader } from './payload-reader.js';
import { payloadReaders } from './payload-readers.js';
import { textCost, type TextCost } from './text-cost.js';
import { turnedSigns } from './turned-signs.js';
import { shifted47, turnings, type Turning } from './turnings.js';

/** How deep payloads are unpacked: a payload in a payload in a payload. */
const deepest = 3;
/** How many stretches of one text are looked into that do not say something at once, so that no text explodes. */
const mostLooks = 48;
/** How much of a text decides whether it is written, in UTF-16 units. */
const sample = 1000;
/** Longer texts are not turned, in UTF-16 units. */
const longestTurned = 10_000;
/** How much of a text decides in which way it was turned. */
const turnSample = 240;

interface Unwrapped {
  readonly text: string;
  readonly steps: readonly DisguiseName[];
  readonly confidence: number;
  /** Whether it is what the stretch says itself. */
  readonly direct: boolean;
}

/** A text's payloads of one kind that say something, each read to its end. */
export function payloadsBy(reader: PayloadReader): (text: string) => readonly Payload[] {
  return (text) => {
    const payloads: Payload[] = [];
    const looks = { left: mostLooks };
    for (const found of reader.find(text)) {
      const said = unwrap(reader.name, found, deepest, looks);
      if (said === undefined) continue;
      const { steps, confidence } = said;
      if (said.direct && found.parts !== undefined) {
        for (const part of found.parts) payloads.push({ ...part, name: reader.name, confidence });
      } else {
        payloads.push({ name: reader.name, start: found.start, end: found.end, text: said.text, steps, confidence });
      }
    }
    return payloads;
  };
}

/** What a stretch says, if that is written text: itself, turned, or as a payload of its own. */
function unwrap(
  name: DisguiseName,
  found: FoundPayload,
  depth: number,
  looks: { left: number },
): Unwrapped | undefined {
  const { bits, doubt } = found;
  const said = found.said.filter((text) => !unprintable.test(text));
  let best: Unwrapped | undefined;
  for (const text of said) {
    const confidence = found.sure === true ? 0.9 : confidenceIn(text, bits - doubt, found.parts !== undefined);
    if (confidence > (best?.confidence ?? 0)) best = { text, steps: [name], confidence, direct: true };
  }
  if (looks.left <= 0) return best;
  if (best === undefined && depth > 1) {
    looks.left -= 1;
    for (const text of said) {
      const inner = innerPayload(text, depth - 1, looks);
      if (inner !== undefined) return { ...inner, steps: [name, ...inner.steps], direct: false };
    }
  }
  for (const text of said) {
    if (text.length > longestTurned || (best !== undefined && best.text !== text)) continue;
    const turned = turnedWriting(text, bits - doubt, best?.confidence ?? 0);
    if (turned !== undefined) return { ...turned, steps: [name, ...turned.steps], direct: false };
  }
  return best;
}

// oxlint-disable-next-line no-control-regex -- control characters are what tells chance from writing
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\p{Cn}\p{Co}\p{Cs}]/u;

/** How sure it is that a text of so many bits was written by somebody, 0 where it was not. */
export function confidenceIn(text: string, bits: number, world = false): number {
  const head = text.length > sample ? text.slice(0, sample) : text;
  const whole = textCost(head, world);
  if (!hasLetters(whole, head)) return 0;
  const { bits: cost, chance, letters } = whole;
  const order = chance - cost + (letters < 12 ? 2 : 0);
  const margin = Math.min(order, text.length > sample ? order : bits - cost);
  return margin < 0 ? 0 : 0.97 - 0.37 * 2 ** (-margin / 6);
}

/** Whether a text is of letters for the most part, as writing is. */
function hasLetters({ letters, points }: TextCost, text: string): boolean {
  const blanks = text.match(/\s/gu)?.length ?? 0;
  return letters >= 2 && letters >= (points - blanks) * (points < 9 ? 0.99 : 0.5);
}

/** A text turned in the way that makes writing of it, if that is better than the text as it stands. */
function turnedWriting(text: string, bits: number, direct: number): Unwrapped | undefined {
  if (!turnable.test(text)) return undefined;
  const head = text.length > turnSample ? cutAtBlank(text) : text;
  const own = textCost(head);
  const { order } = turnedSigns(head);
  // Ordinary writing: no turning makes it any simpler.
  if (direct > 0 && own.bits < own.letters * 4.4) return undefined;
  // Letters stay letters but where all signs are moved: what has too few of them needs no other try.
  const ways = head === text && !hasLetters(own, head) ? turnings.filter(({ turn }) => turn === shifted47) : turnings;
  let best: { readonly turning: Turning; readonly cost: number; readonly letters: number } | undefined;
  for (const turning of ways) {
    const { bits: cost, letters } = textCost(turning.turn(head));
    const all = cost + turning.bits + (turning.order !== undefined && turning.order * order < 0 ? 6 : 0);
    if (all < own.bits && all < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { turning, cost: all, letters };
  }
  if (best === undefined || (direct > 0 && best.cost + Math.max(6, own.bits * 0.12) > own.bits)) return undefined;
  const { step, turn, bits: doubt } = best.turning;
  const said = turn(text);
  const confidence = confidenceIn(said, bits - doubt - turnedDoubt);
  // Keys and numbers become something like words too: writing costs less.
  if (confidence === 0 || best.cost > best.letters * 4.8 + 8) return undefined;
  return { text: said, steps: [step], confidence: confidence * 0.95, direct: false };
}

/** At least three letters of a script that can be turned. */
const turnable = /\p{L}{3}|[!-~]{4}/u;

function cutAtBlank(text: string): string {
  const head = text.slice(0, turnSample);
  const blank = head.lastIndexOf(' ');
  return blank > 0 ? head.slice(0, blank) : head;
}

/** What is shorter packs nothing, in UTF-16 units. */
const shortestInner = 8;

/** A text that is one payload from end to end, as it stands or turned. */
function innerPayload(text: string, depth: number, looks: { left: number }): Unwrapped | undefined {
  if (text.length < shortestInner) return undefined;
  const straight = wholePayload(text, depth, looks);
  if (straight !== undefined) return straight;
  for (const { step, turn } of turnings.slice(0, 3)) {
    const inner = wholePayload(turn(text), depth, looks);
    if (inner !== undefined) return { ...inner, steps: [step, ...inner.steps] };
  }
  return undefined;
}

/** What a text says that is one payload from end to end but for blanks. */
function wholePayload(text: string, depth: number, looks: { left: number }): Unwrapped | undefined {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  for (const reader of payloadReaders) {
    if (!reader.gate.test(text)) continue;
    for (const found of reader.find(text)) {
      if (found.start > start || found.end < end) continue;
      const said = unwrap(reader.name, { ...found, doubt: Math.min(found.doubt, 6) }, depth, looks);
      if (said !== undefined) return said;
    }
  }
  return undefined;
}

/** A way in which packed text was turned, and the payloads in the text once it is turned back. */
export interface TurnedPayloads {
  readonly turning: Turning;
  readonly payloads: readonly Payload[];
}

/**
 * What was packed and then turned: back to front, by thirteen letters, or mirrored. Places are units of the turned
 * text.
 */
export function turnedPayloads(text: string): TurnedPayloads | undefined {
  const looks = { left: mostLooks };
  for (const turning of turnings.slice(0, 3)) {
    const turned = turning.turn(text);
    const payloads: Payload[] = [];
    for (const reader of payloadReaders) {
      if (!reader.gate.test(turned)) continue;
      for (const found of reader.find(turned)) {
        const said = unwrap(reader.name, { ...found, doubt: found.doubt + turnedDoubt }, deepest - 1, looks);
        if (said === undefined) continue;
        const { start, end } = found;
        const { text: inside, steps, confidence } = said;
        payloads.push({ name: reader.name, start, end, text: inside, steps, confidence });
      }
      if (payloads.length > 0) return { turning, payloads };
    }
  }
  return undefined;
}

/** Bits of doubt that a payload was turned as well. */
const turnedDoubt = 8;
