import { fold } from '@vedette/decode';
import { withoutParticles } from './arabic-particles.js';
import { characterClass } from './character-class.js';
import type { Comparison, WordPattern } from './query.js';
import { acceptsWord } from './word-patterns.js';
import { emojiText, type Tokens, tokenSpan, tokenText } from './words.js';
import { WordTable } from './word-table.js';

interface KnownPattern {
  readonly pattern: WordPattern;
  readonly comparison: Comparison;
}

/** Where each pattern of the rules stands in a text: pattern number → ascending token numbers. */
export type Occurrences = ReadonlyMap<number, readonly number[]>;

const none: Occurrences = new Map();

/** Units with which an attached Arabic particle begins: و ف ب ل ك ا. */
const particleStarts: ReadonlySet<number> = new Set([0x648, 0x641, 0x628, 0x644, 0x643, 0x627]);

/**
 * All word patterns of all rules, and one pass that finds them in a text. Whole words are looked up in a hash table,
 * wildcards by their first three letters, one-edit words by what is left when one letter is deleted (the symmetric
 * deletion index), so the cost of a text hardly depends on how many rules there are.
 */
export class Vocabulary {
  readonly #patterns: KnownPattern[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #words = new WordTable();
  /** Word number → patterns to consider. */
  readonly #byWord: number[][] = [];
  readonly #byPrefix = new Map<string, number[]>();
  readonly #byDeletion = new Map<string, number[]>();
  readonly #byEmoji = new Map<string, number>();
  /** Words by their letters without repetition; filled when a text with drawn-out letters first comes. */
  readonly #bySqueezed = new Map<string, string[]>();

  /** The number of a pattern; the same for equal patterns. */
  add(pattern: WordPattern, comparison: Comparison): number {
    const name = `${pattern.kind} ${comparison} ${pattern.text}`;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#patterns.length;
    this.#patterns.push({ pattern, comparison });
    this.#numbers.set(name, number);
    switch (pattern.kind) {
      case 'word': {
        const word = this.#words.add(comparison === 'folded' ? pattern.text : fold(pattern.text));
        (this.#byWord[word] ??= []).push(number);
        break;
      }
      case 'wildcard':
        append(this.#byPrefix, fold(pattern.text.replace(/[*?].*$/su, '')).slice(0, 3), number);
        break;
      case 'fuzzy':
        for (const form of deletions(fold(pattern.text))) append(this.#byDeletion, form, number);
        break;
      case 'emoji':
        this.#byEmoji.set(pattern.text, number);
        break;
    }
    return number;
  }

  /**
   * The word of a rule that a word with letters drawn out stands for: the same letters in the same order, each at
   * least as often in a row.
   * @example vocabulary.undrawn('hellllooo') // 'hello', where a rule looks for hello
   */
  undrawn(folded: string): string | undefined {
    if (this.#bySqueezed.size === 0) {
      for (const { pattern, comparison } of this.#patterns) {
        if (pattern.kind === 'word' && comparison === 'folded' && pattern.text.length >= 3) {
          this.#squeeze(pattern.text);
        }
      }
    }
    const drawn = runs(folded);
    return this.#bySqueezed.get(squeezed(folded))?.find((word) => {
      const own = runs(word);
      return word !== folded && own.every((length, index) => length <= (drawn[index] ?? 0));
    });
  }

  #squeeze(word: string): void {
    const key = squeezed(word);
    const list = this.#bySqueezed.get(key);
    if (list === undefined) this.#bySqueezed.set(key, [word]);
    else list.push(word);
  }

  /** Finds every pattern in a text that was cut into `tokens`. */
  find(text: string, tokens: Tokens): Occurrences {
    let found: Map<number, number[]> | undefined;
    const { units } = tokens.buffer;
    const { starts, ends, kinds } = tokens;
    const note = (number: number, token: number): void => {
      found ??= new Map();
      const list = found.get(number);
      if (list === undefined) found.set(number, [token]);
      else if (list.at(-1) !== token) list.push(token);
    };
    const byText = this.#byPrefix.size > 0 || this.#byDeletion.size > 0;
    for (let token = 0; token < starts.length; token += 1) {
      const start = starts[token] ?? 0;
      const end = ends[token] ?? 0;
      if (kinds[token] === characterClass.emoji) {
        const number = this.#byEmoji.size === 0 ? undefined : this.#byEmoji.get(emojiText(text, tokens, token));
        if (number !== undefined) note(number, token);
        continue;
      }
      const word = this.#words.find(units, start, end);
      if (word >= 0) this.#noteWord(word, text, tokens, token, note);
      const arabic = end - start > 3 && particleStarts.has(units[start] ?? 0);
      if (!byText && !arabic) continue;
      const folded = tokenText(tokens, token);
      if (byText) this.#noteOthers(folded, folded, text, tokens, token, note);
      if (!arabic) continue;
      for (const rest of withoutParticles(folded)) {
        const number = this.#words.findText(rest);
        if (number >= 0) this.#noteWord(number, text, tokens, token, note);
        if (byText) this.#noteOthers(rest, folded, text, tokens, token, note);
      }
    }
    return found ?? none;
  }

  #noteWord(
    word: number,
    text: string,
    tokens: Tokens,
    token: number,
    note: (number: number, token: number) => void,
  ): void {
    for (const number of this.#byWord[word] ?? []) {
      const known = this.#patterns[number];
      if (known === undefined) continue;
      if (known.comparison === 'folded' || this.#accepts(known, text, tokens, token)) note(number, token);
    }
  }

  #noteOthers(
    form: string,
    folded: string,
    text: string,
    tokens: Tokens,
    token: number,
    note: (number: number, token: number) => void,
  ): void {
    if (this.#byPrefix.size > 0 && form.length >= 3) {
      for (const number of this.#byPrefix.get(form.slice(0, 3)) ?? []) {
        const known = this.#patterns[number];
        if (known !== undefined && this.#accepts(known, text, tokens, token, folded)) note(number, token);
      }
    }
    if (this.#byDeletion.size === 0 || form.length > 64) return;
    for (const deletion of deletions(form)) {
      for (const number of this.#byDeletion.get(deletion) ?? []) {
        const known = this.#patterns[number];
        if (known !== undefined && this.#accepts(known, text, tokens, token, folded)) note(number, token);
      }
    }
  }

  #accepts(
    known: KnownPattern,
    text: string,
    tokens: Tokens,
    token: number,
    folded = tokenText(tokens, token),
  ): boolean {
    const { start, end } = tokenSpan(text, tokens, token);
    return acceptsWord(known.pattern, known.comparison, { folded, typed: text.slice(start, end) });
  }
}

function squeezed(word: string): string {
  return word.replace(/(.)\1+/gsu, '$1');
}

/** How often each letter stands in a row. */
function runs(word: string): readonly number[] {
  return Array.from(word.matchAll(/(.)\1*/gsu), (run) => run[0].length);
}

/** The word and every form of it with one letter less. */
function deletions(word: string): ReadonlySet<string> {
  const letters = Array.from(word);
  const forms = new Set([word]);
  for (let index = 0; index < letters.length; index += 1) forms.add(letters.toSpliced(index, 1).join(''));
  return forms;
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
