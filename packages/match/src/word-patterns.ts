import { withoutParticles } from './arabic-particles.js';
import { characterClass } from './character-class.js';
import type { Comparison, WordPattern } from './query.js';
import { anyLetters, emojiText, emptyTokens, oneLetter, tokenise, tokenSpan, tokenText } from './words.js';

const fuzzyMark = /~1(?![\p{L}\p{N}])/gu;
/** Stands for `~1` at the end of a word while the term is cut into words. */
const fuzzyEnd = '\ue002';

/** The words of a term as they are compared, or why the term cannot be used. */
export interface TermWords {
  readonly words: readonly WordPattern[];
  readonly problem?: string;
}

/** Used again for every term: a hundred thousand rules need no buffer each. */
const scratch = emptyTokens();

/**
 * Cuts the text of a term into word patterns. `*` and `?` are wildcards, `~1` after a word allows one edit.
 */
export function termWords(text: string, comparison: Comparison): TermWords {
  const marked = text.replaceAll('*', anyLetters).replaceAll('?', oneLetter).replace(fuzzyMark, fuzzyEnd);
  const tokens = tokenise(marked, scratch, true);
  const words: WordPattern[] = [];
  let problem: string | undefined;
  for (let index = 0; index < tokens.starts.length; index += 1) {
    const glued = words.length > 0 && tokens.glued[index] === 1;
    if (tokens.kinds[index] === characterClass.emoji) {
      words.push({ kind: 'emoji', text: emojiText(marked, tokens, index), glued: false });
      continue;
    }
    const folded = tokenText(tokens, index);
    const { start, end } = tokenSpan(marked, tokens, index);
    const compared =
      comparison === 'folded'
        ? folded
        : comparison === 'raw'
          ? marked.slice(start, end).normalize('NFC').toLowerCase()
          : marked.slice(start, end).normalize('NFC');
    const wild = /[\ue000\ue001]/.test(folded);
    if (wild) {
      const before = tokens.kinds[index - 1] === characterClass.unspaced && glued;
      const first = folded.search(/[\ue000\ue001]/);
      if (before && /^\ue000+$/.test(folded)) continue;
      if (Array.from(folded.slice(0, first)).length < 3) {
        problem ??= 'a wildcard needs three letters before it';
        continue;
      }
    }
    const fuzzy = marked.startsWith(fuzzyEnd, end) && !wild;
    words.push({
      kind: wild ? 'wildcard' : fuzzy ? 'fuzzy' : 'word',
      text: compared.replaceAll(anyLetters, '*').replaceAll(oneLetter, '?'),
      glued,
    });
  }
  return problem === undefined ? { words } : { words, problem };
}

/** A word of a text as one pattern sees it: folded, and as typed for `raw` and `cs`. */
export interface SeenWord {
  readonly folded: string;
  readonly typed: string;
}

/** Whether one pattern accepts a word, its attached Arabic particles included. Slow and plain: the engine verifies with it. */
export function acceptsWord(pattern: WordPattern, comparison: Comparison, word: SeenWord): boolean {
  const compared =
    comparison === 'folded'
      ? word.folded
      : comparison === 'raw'
        ? word.typed.normalize('NFC').toLowerCase()
        : word.typed.normalize('NFC');
  return acceptsText(pattern, compared) || withoutParticles(compared).some((rest) => acceptsText(pattern, rest));
}

function acceptsText(pattern: WordPattern, word: string): boolean {
  switch (pattern.kind) {
    case 'word':
    case 'emoji':
      return word === pattern.text;
    case 'wildcard':
      return matchesWildcard(pattern.text, word);
    case 'fuzzy':
      return withinOneEdit(pattern.text, word);
  }
}

/** Whether `word` fits a pattern where `*` is any number of characters and `?` one. Linear: greedy with one way back. */
export function matchesWildcard(pattern: string, word: string): boolean {
  const wanted = Array.from(pattern);
  const given = Array.from(word);
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (from < given.length) {
    const sign = wanted[at];
    if (sign === '*') {
      star = at;
      resume = from;
      at += 1;
    } else if (sign !== undefined && (sign === '?' || sign === given[from])) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      from = resume;
    } else {
      return false;
    }
  }
  while (wanted[at] === '*') at += 1;
  return at === wanted.length;
}

/** Whether two words are equal but for one letter added, lost or changed, or two neighbours swapped. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  const left = Array.from(a);
  const right = Array.from(b);
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let tail = 0;
  while (
    tail < left.length - start &&
    tail < right.length - start &&
    left[left.length - 1 - tail] === right[right.length - 1 - tail]
  ) {
    tail += 1;
  }
  const leftRest = left.length - start - tail;
  const rightRest = right.length - start - tail;
  if (leftRest <= 1 && rightRest <= 1) return true;
  return leftRest === 2 && rightRest === 2 && left[start] === right[start + 1] && left[start + 1] === right[start];
}
