import { reversed } from './turned-text.js';

/** Each Latin letter moved back along the alphabet. */
export function shifted(text: string, by: number): string {
  const forward = 26 - by;
  return replaced(text, (unit) => {
    const start = unit & 0x60;
    const place = unit - start - 1;
    return unit > 0x40 && unit < 0x7b && place >= 0 && place < 26 ? start + 1 + ((place + forward) % 26) : unit;
  });
}

const mirrors = ['abcdefghijklmnopqrstuvwxyz', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي', 'אבגדהוזחטיכלמנסעפצקרשת'] as const;
const mirror = new Map<number, number>();
for (const alphabet of mirrors.flatMap((small) => [small, small.toUpperCase()])) {
  for (let at = 0; at < alphabet.length; at += 1) {
    mirror.set(alphabet.charCodeAt(at), alphabet.charCodeAt(alphabet.length - 1 - at));
  }
}

/** Each letter as far from the end of its alphabet as it was from its beginning: Latin, Arabic, Hebrew. */
export function mirrored(text: string): string {
  return replaced(text, (unit) => mirror.get(unit) ?? unit);
}

/** Each sign from ! to ~ moved by 47 of 94. */
export function shifted47(text: string): string {
  return replaced(text, (unit) => (unit > 0x20 && unit < 0x7f ? 33 + ((unit - 33 + 47) % 94) : unit));
}

const part = new Uint16Array(4096);

function replaced(text: string, other: (unit: number) => number): string {
  let said = '';
  for (let from = 0; from < text.length; from += part.length) {
    const length = Math.min(part.length, text.length - from);
    for (let at = 0; at < length; at += 1) part[at] = other(text.charCodeAt(from + at));
    said += String.fromCharCode(...part.subarray(0, length));
  }
  return said;
}

/** A way in which a text may have been turned, and how many bits it takes to say which. */
export interface Turning {
  readonly step: 'rot' | 'atbash' | 'reversed';
  readonly turn: (text: string) => string;
  readonly bits: number;
  /** 1: also turns the order of the words, -1: leaves it; a turned text may show which. */
  readonly order?: 1 | -1;
}

/** Every way that is tried: the usual ones cost less. The first three also turn payloads. */
export const turnings: readonly Turning[] = [
  { step: 'reversed', turn: reversed, bits: 3, order: 1 },
  { step: 'rot', turn: (text) => shifted(text, 13), bits: 3 },
  { step: 'atbash', turn: mirrored, bits: 4 },
  { step: 'rot', turn: shifted47, bits: 4 },
  { step: 'reversed', turn: (text) => text.replace(/[\p{L}\p{M}\p{N}]+/gu, reversed), bits: 4, order: -1 },
  ...Array.from({ length: 25 }, (_, index) => index + 1)
    .filter((by) => by !== 13)
    .map((by): Turning => ({ step: 'rot', turn: (text) => shifted(text, by), bits: by === 3 || by === 23 ? 5 : 7 })),
];
