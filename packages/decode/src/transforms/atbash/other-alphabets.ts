import { chanceCost, knownCost, letterRow } from '../../letter-row.js';
import { mirrored } from '../../turnings.js';

/** How much of a text decides, in UTF-16 units. */
const sample = 240;
/** Bits of doubt: hardly anybody does this, and other languages use the same letters. */
const doubt = 14;
/** Words of Arabic or Hebrew letters. */
const letters = /[\u05d0-\u05ea\u0627-\u064a]{3}/;

/** The whole of a text in Arabic or Hebrew letters, if mirroring makes writing of what is none. */
export function mirroredWhole(text: string): readonly { start: number; end: number; gain: number }[] {
  if (!letters.test(text)) return [];
  const head = text.slice(0, sample);
  const row = letterRow(head, 0, head.length);
  if (row === undefined || row.letters < 8 || (row.alphabet !== 'arabic' && row.alphabet !== 'hebrew')) return [];
  const own = Math.min(knownCost(row.alphabet, row.classes), chanceCost(row.alphabet, row.classes));
  // Ordinary writing is far from chance: nothing more is looked at.
  if (own < row.classes.length * 4.6) return [];
  const turned = letterRow(mirrored(head), 0, head.length);
  if (turned === undefined) return [];
  const cost = knownCost(turned.alphabet, turned.classes);
  const gain = own - cost - doubt;
  return gain > 0 && cost < turned.classes.length * 4 ? [{ start: 0, end: text.length, gain }] : [];
}
