import { reversed } from './turned-text.js';

/** Each Latin letter moved back along the alphabet. */
export function shifted(text: string, by: number): string {
  return text.replace(/[A-Za-z]/g, (letter) => {
    const start = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(start + ((letter.charCodeAt(0) - start + 26 - by) % 26));
  });
}

const mirrors = ['abcdefghijklmnopqrstuvwxyz', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي', 'אבגדהוזחטיכלמנסעפצקרשת'] as const;
const mirror = new Map<string, string>();
for (const alphabet of mirrors) {
  for (let at = 0; at < alphabet.length; at += 1) {
    const other = alphabet[alphabet.length - 1 - at] ?? '';
    mirror.set(alphabet[at] ?? '', other);
    mirror.set((alphabet[at] ?? '').toUpperCase(), other.toUpperCase());
  }
}

/** Each letter as far from the end of its alphabet as it was from its beginning: Latin, Arabic, Hebrew. */
export function mirrored(text: string): string {
  return text.replace(/[A-Za-zا-يא-ת]/gu, (letter) => mirror.get(letter) ?? letter);
}

/** Each sign from ! to ~ moved by 47 of 94. */
export function shifted47(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(33 + ((sign.charCodeAt(0) - 33 + 47) % 94)));
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
