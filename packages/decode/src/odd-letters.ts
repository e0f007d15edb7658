import { letterModel } from './letter-model.js';

/** Steps of the tables in one bit. */
const scale = 8;
/** Bits that a letter or the end of a word costs by chance. */
const byChance = Math.log2(27);
/** A stretch costs so many bits more than chance where letters were moved along the alphabet. */
const leastOdd = 5.5;
/** So many bits less if read from the other end: fewer in a short text, which has fewer to show. */
const leastTurned = { short: 1, long: 4 } as const;
/** Up to so many units a text is short. */
const short = 60;

/** For three classes in a row, `before << 10 | last << 5 | letter`, 0 being no letter. */
interface Tables {
  /** What the third costs beyond chance. */
  readonly odd: Int8Array;
  /** What the three cost more than they would the other way round. */
  readonly turned: Int8Array;
}

let tables: Tables | undefined;

function makeTables(): Tables {
  const { costs, size } = letterModel('world');
  const odd = new Int8Array(1 << 15);
  const turned = new Int8Array(1 << 15);
  const costOf = (a: number, b: number, c: number): number => costs[(a * size + b) * size + c] ?? 0;
  for (let before = 0; before < size; before += 1) {
    for (let last = 0; last < size; last += 1) {
      for (let letter = 0; letter < size; letter += 1) {
        const at = (before << 10) | (last << 5) | letter;
        if (last === 0 && letter === 0) continue;
        odd[at] = Math.round((costOf(before, last, letter) - byChance) * scale);
        turned[at] = Math.round((costOf(before, last, letter) - costOf(letter, last, before)) * scale);
      }
    }
  }
  return { odd, turned };
}

/** What the letters of a text look like beside those of the world's languages in Latin letters. */
export interface LetterLook {
  /** Somewhere they follow each other as in none. */
  odd: boolean;
  /** They would be likelier from the other end. */
  turned: boolean;
}

/** Looks at folded units, one table entry each, and writes what it finds into `look`. */
export function lookAtLetters(units: Uint16Array, length: number, look: LetterLook): void {
  tables ??= makeTables();
  const { odd, turned } = tables;
  let three = 0;
  let sum = 0;
  let most = 0;
  let backwards = 0;
  for (let index = 0; index <= length; index += 1) {
    const unit = index < length ? (units[index] ?? 0) : 0x20;
    const letter = unit >= 0x61 && unit <= 0x7a ? unit - 0x60 : 0;
    // Between two words all that is no letter counts once.
    if ((letter | (three & 31)) === 0) continue;
    three = ((three << 5) | letter) & 0x7fff;
    sum = (sum + (odd[three] ?? 0)) | 0;
    // Stretches are whole words: only at the end of one (all bits set) the sum counts, or begins anew below chance.
    const wordEnd = (letter - 1) >> 31;
    const whole = sum & wordEnd;
    if (whole > most) most = whole;
    sum &= ~(wordEnd & (sum >> 31));
    backwards = (backwards + (turned[three] ?? 0)) | 0;
  }
  look.odd = most >= leastOdd * scale;
  look.turned = backwards >= (length <= short ? leastTurned.short : leastTurned.long) * scale;
}
