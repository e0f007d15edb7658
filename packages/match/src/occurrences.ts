import { fold } from '@vedette/decode';
import { withoutParticles } from './arabic-particles.js';
import { characterClass } from './character-class.js';
import { isDrawnOut, squeezed, standsFor } from './drawn-out.js';
import type { Comparison, WordPattern } from './query.js';
import { acceptsWord, matchesWildcard, withinOneEdit } from './word-patterns.js';
import { emojiText, type Tokens, tokenSpan, tokenText } from './words.js';

/** Token numbers by the word that stands there, each list ascending. */
type TokensByForm = ReadonlyMap<string, readonly number[]>;

/**
 * Where the patterns of rules stand in one text that was cut into words. Nothing is looked up before a rule asks for it;
 * then the words of the text are put into one index that all rules share.
 */
export class Occurrences {
  readonly #text: string;
  readonly #tokens: Tokens;
  readonly #drawnOut: boolean;
  readonly #found = new Map<string, readonly number[]>();
  readonly #marked = new Map<string, Uint8Array>();
  #forms: TokensByForm | undefined;
  #emoji: TokensByForm | undefined;
  #squeezed: TokensByForm | undefined;

  /** @param drawnOut whether a word with letters drawn out stands for the word without */
  constructor(text: string, tokens: Tokens, drawnOut = false) {
    this.#text = text;
    this.#tokens = tokens;
    this.#drawnOut = drawnOut;
  }

  /** The tokens that a pattern accepts, ascending. */
  of(pattern: WordPattern, comparison: Comparison): readonly number[] {
    const name = `${pattern.kind} ${comparison} ${pattern.text}`;
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const found = this.#find(pattern, comparison);
    this.#found.set(name, found);
    return found;
  }

  /** The same as one byte a token: 1 where the pattern stands. */
  marked(pattern: WordPattern, comparison: Comparison): Uint8Array {
    const name = `${pattern.kind} ${comparison} ${pattern.text}`;
    const known = this.#marked.get(name);
    if (known !== undefined) return known;
    const marks = new Uint8Array(this.#tokens.starts.length);
    for (const token of this.of(pattern, comparison)) marks[token] = 1;
    this.#marked.set(name, marks);
    return marks;
  }

  #find(pattern: WordPattern, comparison: Comparison): readonly number[] {
    const { kind, text } = pattern;
    if (kind === 'emoji') return this.#emojiByText().get(text) ?? [];
    const folded = comparison === 'folded';
    if (kind === 'word') {
      const tokens = this.#byForm().get(folded ? text : fold(text)) ?? [];
      if (!folded) return this.#accepted(tokens, pattern, comparison);
      return this.#drawnOut ? merged(tokens, this.#drawn(text)) : tokens;
    }
    if (!folded) return this.#accepted(this.#words(), pattern, comparison);
    const accepts =
      kind === 'wildcard'
        ? (form: string) => form.startsWith(text.slice(0, 3)) && matchesWildcard(text, form)
        : (form: string) => Math.abs(form.length - text.length) <= 2 && withinOneEdit(text, form);
    const found = new Set<number>();
    for (const [form, tokens] of this.#byForm()) if (accepts(form)) for (const token of tokens) found.add(token);
    return [...found].sort((a, b) => a - b);
  }

  #accepted(tokens: readonly number[], pattern: WordPattern, comparison: Comparison): readonly number[] {
    return tokens.filter((token) => {
      const { start, end } = tokenSpan(this.#text, this.#tokens, token);
      const word = { folded: tokenText(this.#tokens, token), typed: this.#text.slice(start, end) };
      return acceptsWord(pattern, comparison, word);
    });
  }

  #words(): readonly number[] {
    const { kinds } = this.#tokens;
    return Array.from(kinds.keys()).filter((token) => kinds[token] !== characterClass.emoji);
  }

  /** Words in folded form, with and without attached particles. */
  #byForm(): TokensByForm {
    if (this.#forms !== undefined) return this.#forms;
    const forms = new Map<string, number[]>();
    for (const token of this.#words()) {
      const folded = tokenText(this.#tokens, token);
      append(forms, folded, token);
      for (const rest of withoutParticles(folded)) append(forms, rest, token);
    }
    this.#forms = forms;
    return forms;
  }

  #emojiByText(): TokensByForm {
    if (this.#emoji !== undefined) return this.#emoji;
    const emoji = new Map<string, number[]>();
    for (const [token, kind] of this.#tokens.kinds.entries()) {
      if (kind === characterClass.emoji) append(emoji, emojiText(this.#text, this.#tokens, token), token);
    }
    this.#emoji = emoji;
    return emoji;
  }

  /** Tokens whose letters are drawn out and that stand for `word`. */
  #drawn(word: string): readonly number[] {
    if (this.#squeezed === undefined) {
      const squeezedForms = new Map<string, number[]>();
      for (const token of this.#words()) {
        const folded = tokenText(this.#tokens, token);
        if (isDrawnOut(folded)) append(squeezedForms, squeezed(folded), token);
      }
      this.#squeezed = squeezedForms;
    }
    const tokens = this.#squeezed.get(squeezed(word)) ?? [];
    return tokens.filter((token) => standsFor(tokenText(this.#tokens, token), word));
  }
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}

function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  return b.length === 0 ? a : [...new Set([...a, ...b])].sort((x, y) => x - y);
}
