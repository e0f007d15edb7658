import { foldFlag, foldUnits, FoldBuffer } from '@vedette/decode';
import { characterClass } from './character-class.js';
import { capitalCuts, findHashtags, type Hashtag } from './hashtags.js';
import { KeySearch } from './keys/key-search.js';
import { KeyTable } from './keys/key-table.js';
import type { RuleKeys } from './keys/rule-keys.js';
import { canBeDisguised, layersOf, saysMore, type Layer } from './layers.js';
import type { UnitString } from './lines/json-string.js';
import { emojiText, emptyTokens, tokenise, tokenText } from './words.js';

/** Finds which rules are worth evaluating: those that a key in one of the ways to read an Item stands for. */
export class KeyFinder {
  readonly #keys: RuleKeys;
  readonly #search: KeySearch;
  readonly #buffer = new FoldBuffer();
  /** For each rule the number of the look in which it was found last. */
  readonly #foundIn: Int32Array;
  #look = 0;
  #found: number[] = [];

  readonly #arabic: boolean;

  /**
   * @param size how many rules there are
   * @param arabic whether any of them may match Arabic words
   */
  constructor(keys: RuleKeys, size: number, arabic: boolean) {
    this.#arabic = arabic;
    this.#keys = keys;
    this.#search = new KeySearch(new KeyTable(keys.tables), keys.use);
    this.#foundIn = new Int32Array(size);
  }

  /** Whether there are rules that must be evaluated on every Item. */
  get hasUnkeyed(): boolean {
    return this.#keys.always.length > 0;
  }

  /** The rules to evaluate, ascending. */
  candidates(layers: readonly Layer[]): readonly number[] {
    this.#start();
    for (const rule of this.#keys.always) this.#note(rule);
    for (const layer of layers) this.#searchLayer(layer);
    return this.#found.sort((a, b) => a - b);
  }

  /**
   * Whether any rule is worth evaluating on a text; false only where `candidates` of its layers would be empty but for
   * rules without a key. Most texts are cleared by their folded words alone: no string is made of them.
   */
  mayHit(text: UnitString): boolean {
    if (text.length === 0) return false;
    const buffer = this.#buffer;
    this.#start();
    foldUnits(text.units, text.length, buffer);
    const sawEmoji = this.#search.search(buffer.units, buffer.length, this.#onKey);
    if (this.#found.length > 0) return true;
    const { flags } = buffer;
    const tagged = (flags & foldFlag.hashtag) !== 0;
    const disguised = canBeDisguised(flags, this.#arabic);
    if (!tagged && !disguised && !(sawEmoji && this.#keys.use.emoji)) return false;
    const whole = text.toString();
    const hashtags = tagged ? findHashtags(whole) : [];
    if (this.#keys.use.tags) this.#searchTags(hashtags);
    if (this.#found.length > 0) return true;
    const more =
      (disguised && ((flags & foldFlag.repeated) !== 0 || saysMore(whole, hashtags.length > 0, this.#arabic))) ||
      capitalCuts(whole, hashtags).length > 0 ||
      (sawEmoji && this.#keys.use.emoji);
    if (!more) return false;
    for (const layer of layersOf('text', whole, tokenise(whole, emptyTokens()), this.#arabic)) this.#searchLayer(layer);
    return this.#found.length > 0;
  }

  #start(): void {
    this.#look += 1;
    if (this.#found.length > 0) this.#found = [];
  }

  #note(rule: number): void {
    if (this.#foundIn[rule] === this.#look) return;
    this.#foundIn[rule] = this.#look;
    this.#found.push(rule);
  }

  readonly #onKey = (key: number): void => {
    const { ruleStarts, rules } = this.#keys.tables;
    const end = ruleStarts[key + 1] ?? 0;
    for (let at = ruleStarts[key] ?? 0; at < end; at += 1) this.#note(rules[at] ?? 0);
  };

  #searchLayer({ tokens, hashtags, tracked, kind, original }: Layer): void {
    const { buffer, kinds } = tokens;
    const search = this.#search;
    const sawEmoji = search.search(buffer.units, buffer.length, this.#onKey);
    if (this.#keys.use.tags) this.#searchTags(hashtags);
    if (sawEmoji && this.#keys.use.emoji) {
      for (const [token, one] of kinds.entries()) {
        if (one === characterClass.emoji) search.emoji(emojiText(tracked.text, tokens, token), this.#onKey);
      }
    }
    if (kind !== 'published' || tracked.text !== original || (buffer.flags & foldFlag.repeated) === 0) return;
    for (const token of kinds.keys()) search.drawnOut(tokenText(tokens, token), this.#onKey);
  }

  #searchTags(hashtags: readonly Hashtag[]): void {
    for (const { tag, glued } of hashtags) {
      this.#search.tag(tag, this.#onKey);
      if (glued !== tag) this.#search.tag(glued, this.#onKey);
    }
  }
}
