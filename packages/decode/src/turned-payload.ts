import { foldFlag } from './fold-signs.js';
import type { Payload } from './payload.js';
import type { Transform } from './transform.js';
import { alignedTracked, reversedTracked } from './turned-text.js';
import type { Turning } from './turnings.js';
import { turnedPayloads, type TurnedPayloads } from './unwrap.js';

/** A long run that mixes letters and digits, or the two cases, or has no small letter. */
const run =
  /(?<![A-Za-z0-9+/=_-])(?=[A-Za-z0-9+/=_-]{12})(?:[A-Z2-7=]{12}|[A-Za-z0-9+/=_-]*?(?:[a-z][A-Z]|[A-Za-z][0-9]|[0-9][A-Za-z]))/;
/** Rows of bytes, looked for from their first gap on. */
const bytes = /(?<=[0-9A-Za-z]{2})[ ,:] ?(?:0?[0-9A-Za-z]{2,3}[ ,:] ?){4}/;
/** Escapes from behind, other rows of digits, and Morse signs: each from its rarest sign on, so that ordinary letters are passed over. */
const escapes =
  /0[a-wyz][0-9a-z]{2}|(?<=[0-9a-f]{2})[xX]0|(?<=[A-TV-Z])\+[0-9]|(?<=[0-9A-Za-z]{2})[%=]|%[A-Za-z]|;[0-9A-Za-z]+#&|&#|(?<=[0-9A-Za-z]{2})(?:[ux]\\|\+U)|\\[a-z]|\{u\\|[01]{7}|\d{2}[, ]\d{2,3}[, ]\d{2,3}|[.·•_–—−-] +[.·•_–—−-]+ +[.·•_–—−-]/;
const mixed = /[a-z][A-Z]|[A-Za-z][0-9]|[0-9][A-Za-z]|[01]{7}|[.·•_–—−-] +[.·•_–—−-]|\d\d[, ]+\d|[%;\\=&]/;
/** Longer texts are not turned, in UTF-16 units. */
const longest = 20_000;
/** An address in the open: whoever turns a text turns the addresses in it too. */
const address = /https?:\/\/\S+/g;

function mayBePayload(whole: string): boolean {
  if (whole.length > longest) return false;
  const text = whole.includes('://') ? whole.replace(address, ' ') : whole;
  return (run.test(text) || escapes.test(text) || bytes.test(text)) && mixed.test(text);
}

/** From this share on a payload is what the text is; its remainder was turned with it. */
const mostOfText = 0.6;

/**
 * Payloads that were turned after they were packed: Base64 back to front, or through ROT13. Each payload is judged as
 * it would be if it stood in the open. Where it is nearly all of a text the text is turned back (a candidate), else
 * only its place (a payload).
 */
export function turnedPayload(name: Turning['step']): Required<Pick<Transform, 'payloads' | 'candidates'>> & Transform {
  return {
    name,
    flags: foldFlag.token | foldFlag.digits | foldFlag.escape | foldFlag.morse,
    gate: { test: (text) => look(text) !== undefined },
    payloads(text) {
      const found = look(text);
      if (found?.turning.step !== name || isMostOf(text, found)) return [];
      const { turning, payloads } = found;
      return payloads.map((payload): Payload => {
        const span = turning.order === 1 ? fromBehind(text, payload) : { start: payload.start, end: payload.end };
        const steps = [name, ...(payload.steps ?? [payload.name])];
        return { ...span, name, text: payload.text, steps, confidence: payload.confidence ?? 0.9 };
      });
    },
    candidates(tracked) {
      const { text } = tracked;
      const found = look(text);
      if (found?.turning.step !== name || !isMostOf(text, found)) return [];
      const { turn, order } = found.turning;
      const turned = order === 1 ? reversedTracked(tracked) : alignedTracked(tracked, turn(text));
      const confidence = found.payloads.reduce((most, payload) => Math.max(most, payload.confidence ?? 0.9), 0);
      return [{ tracked: turned, confidence, places: [{ start: 0, end: text.length }], further: true }];
    },
  };
}

/** All that ask about a text ask one after the other. */
let last: { readonly text: string; readonly found: TurnedPayloads | undefined } | undefined;

function look(text: string): TurnedPayloads | undefined {
  if (last?.text !== text) last = { text, found: mayBePayload(text) ? turnedPayloads(text) : undefined };
  return last.found;
}

function isMostOf(text: string, { payloads }: TurnedPayloads): boolean {
  return payloads.reduce((sum, { start, end }) => sum + end - start, 0) >= text.trim().length * mostOfText;
}

function fromBehind(text: string, { start, end }: Payload): { start: number; end: number } {
  return { start: text.length - end, end: text.length - start };
}
