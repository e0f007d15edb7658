import { foldFlag } from '../../fold-signs.js';
import type { DisguiseName } from '../../decoded.js';
import type { Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';
import type { Context } from './context.js';
import { restored, targetOf } from './decide.js';
import { styledOf } from '../styled/styles.js';
import type { Script } from './scripts.js';
import { strangeAccents } from './accents.js';
import { mayImitate } from './unusual.js';
import { isLatinInDisguise } from './whole-words.js';
import { looksLatin, passesForLatin, soleScript } from './word-shape.js';
import { readWords, type Word } from './words.js';

/** Letters of another script inside a word, decided by the script of the rest and by what makes a known word. */
export const homoglyph: Transform = {
  name: 'homoglyph',
  // A lone word of look-alikes (аррӏе) has no second script beside it, but is no sentence either.
  flags: foldFlag.mixed | foldFlag.odd | foldFlag.styled | foldFlag.wide | foldFlag.wordless,
  gate: mayImitate,
  edits,
};

interface Found {
  readonly word: Word;
  readonly script: Script;
}

/** How often the text is judged: each time in the light of what was found disguised before. */
const rounds = 3;

function edits(text: string): readonly Edit[] {
  const { words, plain } = readWords(text);
  if (words.length === 0 && !plain.some(({ accented }) => accented)) return [];
  const plainWords = plain.map((word) => word.text).filter((word) => /[a-z]/i.test(word));
  let context = contextOf(words, plainWords, []);
  let found: readonly Found[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const next = judge(text, words, context);
    const settled = next.length === found.length;
    found = next;
    context = contextOf(words, plainWords, found);
    if (settled) break;
  }
  return [...found.flatMap(({ word, script }) => changes(word, script)), ...strangeAccents(plain, context)];
}

/** The words that are disguised, with the script that they were meant in. */
function judge(text: string, words: readonly Word[], context: Context): readonly Found[] {
  const found: Found[] = [];
  for (const word of words) {
    if (soleScript(word) === undefined) {
      const script = targetOf(word, context);
      if (script !== undefined) found.push({ word, script });
    } else if (passesForLatin(word) && isLatinInDisguise(word, context, text.slice(word.end, word.end + 20))) {
      found.push({ word, script: 'latin' });
    }
  }
  return found;
}

function contextOf(words: readonly Word[], plainWords: readonly string[], found: readonly Found[]): Context {
  const genuine = new Map<Script, number>();
  const disguised = new Set(found.filter(({ script }) => script === 'latin').map(({ word }) => word));
  for (const word of words) {
    const own = soleScript(word);
    if (own !== undefined && !looksLatin(word)) genuine.set(own, (genuine.get(own) ?? 0) + 1);
  }
  const others = words.filter((word) => soleScript(word) !== undefined && !passesForLatin(word)).length;
  const clean = others + plainWords.length;
  const flooded = disguised.size >= (clean === 0 ? 2 : 3) && disguised.size * 2 >= clean;
  return { plainWords, genuine, disguised: disguised.size, flooded };
}

function changes(word: Word, script: Script): readonly Edit[] {
  const found: Edit[] = [];
  const letters = restored(word, script);
  for (const [index, sign] of word.signs.entries()) {
    const replacement = letters[index] ?? sign.text;
    if (replacement === sign.text) continue;
    found.push({ start: sign.start, end: sign.start + sign.text.length, replacement, name: nameOf(sign.text) });
  }
  return found;
}

/** A letter of another style or width, or a digit, is one of those disguises, also where the word decided about it. */
function nameOf(sign: string): DisguiseName {
  if (/^[0-9]$/.test(sign)) return 'leet';
  if (/^[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]$/.test(sign)) return 'fullwidth';
  return sign !== 'ſ' && styledOf(sign) !== undefined ? 'styled' : 'homoglyph';
}
