/* oxlint-disable no-misleading-character-class -- classes of single code points: marks, selectors and joiners are meant one by one */
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { cyrillicLookAlikes, greekLookAlikes, latinLookAlikes } from './confusables.js';
import type { Edit } from '../../tracked-text.js';

type Target = 'latin' | 'cyrillic' | 'greek';

const scripts: Readonly<Record<Target, RegExp>> = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
};

/** Letters that only stand in for Latin ones when most of the word is Latin: alike at a glance, not in shape. */
const looseLatin = new Map(
  Array.from('кkнhтtмmвbиuпnзzдdгrлlяrεeκkηnμuωwτtβbλlσoδdχxςcφoъbЗZΣEΛA'.matchAll(/(.)(.)/gu), (pair) => [
    pair[1] ?? '',
    pair[2] ?? '',
  ]),
);

const tables: Readonly<Record<Target, ReadonlyMap<string, string>>> = {
  latin: pairs(latinLookAlikes),
  cyrillic: pairs(cyrillicLookAlikes),
  greek: pairs(greekLookAlikes),
};

function pairs(text: string): ReadonlyMap<string, string> {
  const letters = Array.from(text);
  const map = new Map<string, string>();
  for (let index = 0; index + 1 < letters.length; index += 2) map.set(letters[index] ?? '', letters[index + 1] ?? '');
  return map;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
const ordinaryScripts = /^[\p{Script=Latin}\p{M}\p{Nd}]+$/u;
/** Never taken for a look-alike: scripts whose letters are not mixed into Latin words to deceive. */
const excluded =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}]/u;

interface Word {
  readonly start: number;
  readonly letters: readonly string[];
  readonly latin: number;
  readonly cyrillic: number;
  readonly greek: number;
  readonly other: number;
}

function readWord(start: number, text: string): Word {
  const letters = Array.from(text);
  let latin = 0;
  let cyrillic = 0;
  let greek = 0;
  let other = 0;
  for (const letter of letters) {
    if (scripts.latin.test(letter)) latin += 1;
    else if (scripts.cyrillic.test(letter)) cyrillic += 1;
    else if (scripts.greek.test(letter)) greek += 1;
    else if (!/[\p{M}\p{Nd}\p{No}]/u.test(letter)) other += 1;
  }
  return { start, letters, latin, cyrillic, greek, other };
}

function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  const whole: Word[] = [];
  let latin = 0;
  let genuine = false;
  for (const match of text.matchAll(word)) {
    if (ordinaryScripts.test(match[0]) && !/[ſɡ]/u.test(match[0])) {
      latin += match[0].length;
      continue;
    }
    if (excluded.test(match[0])) continue;
    const one = readWord(match.index, match[0]);
    const count = one.latin + one.cyrillic + one.greek + one.other;
    const target = targetOf(one, count);
    if (target !== undefined) {
      found.push(...changes(one, target));
    } else if (one.latin === 0 && isAllLatinLooking(one) && count >= 3) {
      whole.push(one);
    } else {
      genuine = true;
    }
  }
  // A word made of look-alikes only is one where everything else is Latin.
  if (whole.length > 0 && !genuine && latin > 0) {
    const hidden = whole.reduce((sum, { letters }) => sum + letters.length, 0);
    if (latin >= hidden) for (const one of whole) found.push(...changes(one, 'latin'));
  }
  return found.sort((a, b) => a.start - b.start);
}

function targetOf(one: Word, count: number): Target | undefined {
  const { letters, latin, cyrillic, greek, other } = one;
  if (latin > 0 && /[ſɡ]/u.test(letters.join('')) && cyrillic + greek + other === 0) {
    return letters.includes('ſ') || (count >= 3 && letters.every((letter) => /^[a-zA-Zɡ]$/u.test(letter)))
      ? 'latin'
      : undefined;
  }
  const kinds = [latin, cyrillic, greek, other].filter((size) => size > 0).length;
  if (kinds < 2 || count < 3) return undefined;
  // Prefer the script of most letters, then Latin.
  const order: Target[] =
    cyrillic > latin ? ['cyrillic', 'latin'] : greek > latin ? ['greek', 'latin'] : ['latin', 'cyrillic', 'greek'];
  return order.find((target) => {
    const own = target === 'latin' ? latin : target === 'cyrillic' ? cyrillic : greek;
    if (own === 0) return false;
    return letters.every((letter) => replacementOf(letter, target, own * 2 >= count) !== undefined);
  });
}

/** The letter itself where it belongs to the target, its double where it looks like one, `undefined` otherwise. */
function replacementOf(letter: string, target: Target, mostly: boolean): string | undefined {
  if (letter === 'ſ' && target === 'latin') return 's';
  if (letter === 'ɡ' && target === 'latin') return 'g';
  if (scripts[target].test(letter) || /[\p{M}\p{Nd}\p{No}]/u.test(letter)) return letter;
  const strict = tables[target].get(letter) ?? tables[target].get(letter.normalize('NFD')[0] ?? '');
  return strict ?? (target === 'latin' && mostly ? looseLatin.get(letter) : undefined);
}

function isAllLatinLooking({ letters }: Word): boolean {
  return letters.every((letter) => tables.latin.has(letter));
}

function changes({ start, letters }: Word, target: Target): readonly Edit[] {
  const found: Edit[] = [];
  let at = start;
  for (const letter of letters) {
    const replacement = replacementOf(letter, target, true) ?? letter;
    if (replacement !== letter) found.push({ start: at, end: at + letter.length, replacement, name: 'homoglyph' });
    at += letter.length;
  }
  return found;
}

/** Letters of another script inside a word, decided by the script of the rest; whole words of one script stay. */
export const homoglyph: Transform = {
  name: 'homoglyph',
  flags: foldFlag.mixed | foldFlag.odd,
  gate: /[^\0-\u024f\u0300-\u036f\u0600-\u06ff\u1e00-\u2bff\u3000-\u9fff\uac00-\udfff\uf900-\uffff]|[ſɡⅠ-ↈ]/u,
  edits,
};
