import { ranked, type Choice } from '../../arabic/ranked.js';
import type { Spelling } from '../../arabic/word-search.js';
import { foldFlag } from '../../fold-signs.js';
import type { TrackedText } from '../../tracked-text.js';
import type { Candidate, Transform } from '../../transform.js';
import { isArabizi, isForeign, isLoneWord, latinWord } from './evidence.js';
import { namesIn } from './names.js';
import { smallWord } from './small-words.js';
import { spellingsOf } from './spellings.js';

export { isArabizi } from './evidence.js';

const article = /^(?:el|al|il|l|lel|lil|fel|bel|wel|wal)$/u;
const and = /^(?:w|wo|wa|we|ou|o|u)$/u;
const justAnd: readonly Spelling[] = [{ word: 'و', cost: 0, listed: true }];
/** Words that are read; longer texts keep the rest as it is. */
const mostWords = 2000;

interface Token {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
}

/** Arabic in Latin letters and digits, as candidates in Arabic script, and names of Arabic in other languages. */
function candidates(tracked: TrackedText): readonly Candidate[] {
  const { text } = tracked;
  if (isArabizi(text)) return ranked(tracked, choicesOf(text), 0.9);
  if (isLoneWord(text)) return ranked(tracked, choicesOf(text), 0.5);
  const names = namesIn(text);
  return names.length === 0 ? [] : ranked(tracked, names, 0.7);
}

function choicesOf(text: string): readonly Choice[] {
  const tokens = Array.from(text.matchAll(latinWord), ({ 0: typed, index }): Token => {
    return { start: index, end: index + typed.length, typed: typed.toLowerCase().replaceAll('’', "'") };
  });
  const choices: Choice[] = [];
  for (let at = 0; at < tokens.length && choices.length < mostWords; at += 1) {
    const token = tokens[at];
    if (token === undefined || !/[a-z]/u.test(token.typed)) continue;
    const next = tokens[at + 1];
    const joins = next !== undefined && adjoins(text, token, next);
    // No Arabic letter is joined to a French word.
    if (joins && and.test(token.typed) && !staysForeign(next.typed)) {
      choices.push({ start: token.start, end: next.start, spellings: justAnd });
    } else if (joins && article.test(token.typed)) {
      choices.push({ start: token.start, end: next.end, spellings: spellingsOf(withArticle(token.typed, next.typed)) });
      at += 1;
    } else if (!staysForeign(token.typed)) {
      choices.push({ start: token.start, end: token.end, spellings: spellingsOf(token.typed) });
    }
  }
  return choices.filter(({ spellings }) => spellings.length > 0);
}

/** Whether a word of letters follows after a blank or hyphen. */
function adjoins(text: string, before: Token, after: Token): boolean {
  return /^[ -]$/u.test(text.slice(before.end, after.start)) && after.typed.length > 1 && /[a-z]/u.test(after.typed);
}

function withArticle(typed: string, next: string): string {
  return (typed === 'l' ? 'el' : typed) + next;
}

/** A French or English word between the Arabic ones. */
function staysForeign(typed: string): boolean {
  if (typed.length < 4 || /\d/u.test(typed) || smallWord(typed) !== undefined || !isForeign(typed)) return false;
  const [best] = spellingsOf(typed);
  return best === undefined || !best.listed || best.cost > 7 + typed.length;
}

/** Arabic typed in Latin letters and digits. */
export const arabizi: Transform = {
  name: 'arabizi',
  flags: foldFlag.wordless | foldFlag.leet,
  candidates,
};
