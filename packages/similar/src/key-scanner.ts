import { UnitText } from './unit-text.js';

/** What a UTF-16 unit is for the key, in the upper half of its cell; the lower half is the unit that it becomes. */
const kind = {
  unknown: 0,
  /** A letter or a digit. */
  word: 1,
  other: 2,
  /** Leaves nothing behind, and cannot join what stands around it. */
  ignored: 3,
  /** May become several units, or one with its neighbours: only the definition itself gives the key. */
  complex: 4,
} as const;

/** Every unit of text there is, filled as they are met. */
const cells = new Uint32Array(0x10000);
/** Marks that no letter composes with: harakat, and the selectors of emoji. */
const inert = /^[\u064b-\u0652\u0670\ufe0e\ufe0f]$/u;
const format = /^[\p{Cf}\u0640]$/u;
const word = /^[\p{L}\p{N}]$/u;
/** What composes with a neighbour, or goes once it stands alone. */
const joining = /[\p{M}\p{Cf}\u1100-\u11ff]/u;

function fill(unit: number): number {
  const cell = cellOf(String.fromCharCode(unit));
  cells[unit] = cell;
  return cell;
}

function cellOf(letter: string): number {
  if (inert.test(letter) || format.test(letter)) return kind.ignored << 16;
  const normal = letter.normalize('NFKC');
  // Small sigma has another form at the end of a word.
  if (normal.includes('Σ')) return kind.complex << 16;
  const becomes = normal.toLowerCase();
  const [first = ''] = becomes;
  // … is three points and stays one blank.
  if (first.length !== 1 || joining.test(becomes) || becomes !== first.repeat(becomes.length))
    return kind.complex << 16;
  if (becomes.length > 1 && word.test(first)) return kind.complex << 16;
  return ((word.test(first) ? kind.word : kind.other) << 16) | first.charCodeAt(0);
}

const emojiOrSign = /^[\p{S}\p{Co}\p{Cn}]$/u;
/** Whether a character beyond the BMP is a sign that stays what it is; 0: not looked at yet, 1: it is, 2: it is not. */
const beyond = new Uint8Array(0x1000);
const firstSign = 0x1f000;

function isSign(point: number): boolean {
  const at = point - firstSign;
  if (at < 0 || at >= beyond.length) return false;
  if (beyond[at] === 0) {
    const sign = String.fromCodePoint(point);
    beyond[at] = emojiOrSign.test(sign) && sign.normalize('NFKC') === sign ? 1 : 2;
  }
  return beyond[at] === 1;
}

const at = 0x40;
const blank = 0x20;

/**
 * Makes the keys of ordinary texts in two passes over their units. Used again and again, so that a stream of texts
 * allocates nothing but the keys.
 */
export class KeyScanner {
  readonly #source = new UnitText();
  /** The text without what is ignored, composed and in lower case; then the key itself. */
  readonly #made = new UnitText();
  #length = 0;

  /** Whether the key of a text could be made; otherwise something in it needs the definition. */
  scan(text: string): boolean {
    this.#source.write(text);
    this.#made.reserve(text.length);
    const length = this.#normalize(text.length);
    if (length < 0) return false;
    this.#length = keep(this.#made.units, length);
    return true;
  }

  /** The key of the text that was scanned last. */
  key(): string {
    return this.#made.read(this.#length);
  }

  /** How many units the text has once it is normal, or -1. */
  #normalize(length: number): number {
    const source = this.#source.units;
    const made = this.#made.units;
    let size = 0;
    for (let index = 0; index < length; index += 1) {
      const unit = source[index] ?? 0;
      if (unit >= 0xd800 && unit <= 0xdfff) {
        const low = index + 1 < length ? (source[index + 1] ?? 0) : 0;
        if (unit <= 0xdbff && low >= 0xdc00 && low <= 0xdfff) {
          if (!isSign((unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000)) return -1;
          index += 1;
        }
        // Half a character is none; a sign takes as much room as it needs to part what stands around it.
        made[size] = 0xfffd;
        size += 1;
        continue;
      }
      const known = cells[unit] ?? 0;
      const cell = known === 0 ? fill(unit) : known;
      if (cell >= kind.ignored << 16) {
        if (cell >= kind.complex << 16) return -1;
        continue;
      }
      made[size] = cell;
      size += 1;
    }
    return size;
  }
}

/** Keeps letters and digits, and one blank between two runs of them; gives how many units that makes. */
function keep(units: Uint16Array, length: number): number {
  let size = 0;
  let apart = false;
  let afterWord = false;
  for (let index = 0; index < length; index += 1) {
    const unit = units[index] ?? 0;
    const end = (unit === 0x68 || unit === 0x77) && units[index + 1] !== undefined ? linkEnd(units, index, length) : -1;
    if (end >= 0) {
      index = end - 1;
    } else if (isWord(unit)) {
      if (apart && size > 0) {
        units[size] = blank;
        size += 1;
      }
      units[size] = unit;
      size += 1;
      apart = false;
      afterWord = true;
      continue;
    } else if (unit === at && !afterWord) {
      index = nameEnd(units, index + 1, length) - 1;
    }
    apart = true;
    afterWord = false;
  }
  return size;
}

function isWord(unit: number): boolean {
  const known = cells[unit] ?? 0;
  return (known === 0 ? fill(unit) : known) >>> 16 === kind.word;
}

/** Where the name ends whose first letter would stand at `from`; a link is no part of it. */
function nameEnd(units: Uint16Array, from: number, length: number): number {
  let end = from;
  for (; end < length; end += 1) {
    const unit = units[end] ?? 0;
    if (!isWord(unit) && unit !== 0x2e && unit !== 0x2d && unit !== 0x5f) break;
    if ((unit === 0x68 || unit === 0x77) && linkEnd(units, end, length) >= 0) break;
  }
  return end;
}

const beginnings = ['http://', 'https://', 'www.'].map((text) => Uint16Array.from(text, (one) => one.charCodeAt(0)));

/** Where the link ends that begins at `start`, or -1. */
function linkEnd(units: Uint16Array, start: number, length: number): number {
  for (const beginning of beginnings) {
    if (!beginning.every((unit, index) => units[start + index] === unit)) continue;
    const from = start + beginning.length;
    let end = from;
    while (end < length && !endsLink(units[end] ?? 0)) end += 1;
    if (end > from) return end;
  }
  return -1;
}

/** White space, < > and ". */
function endsLink(unit: number): boolean {
  if (unit <= 0x3e)
    return unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0x22 || unit === 0x3c || unit === 0x3e;
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    (unit >= 0x2000 && /\s/u.test(String.fromCharCode(unit)))
  );
}
