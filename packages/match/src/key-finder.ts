import { applyEdits, FoldBuffer, foldFlag, foldInto, foldUnits } from '@vedette/decode';
import { characterClass } from './character-class.js';
import { capitalCuts, findHashtags, type Hashtag } from './hashtags.js';
import { KeySearch } from './keys/key-search.js';
import { KeyTable } from './keys/key-table.js';
import type { RuleKeys } from './keys/rule-keys.js';
import { layersOf, type Layer } from './layers.js';
import type { UnitString } from './lines/json-string.js';
import { TextProbe } from './probes/text-probe.js';
import { emojiText, emptyTokens, tokenise, tokenText } from './words.js';

/** Finds which rules are worth evaluating: those that a key in one of the ways to read an Item stands for. */
export class KeyFinder {
  readonly #keys: RuleKeys;
  readonly #search: KeySearch;
  readonly #probe: TextProbe;
  readonly #buffer = new FoldBuffer();
  /** For texts that are made of the one in the buffer. */
  readonly #other = new FoldBuffer();
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
    const table = new KeyTable(keys.tables);
    this.#search = new KeySearch(table, keys.use);
    this.#probe = new TextProbe(table, keys, arabic, (text) => this.#holdsKey(text));
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
    const emoji = sawEmoji && this.#keys.use.emoji;
    if (!emoji && !this.#probe.mayReadMore(flags)) return false;
    const whole = text.toString();
    const hashtags = (flags & foldFlag.hashtag) === 0 ? [] : findHashtags(whole);
    if (this.#keys.use.tags) this.#searchTags(hashtags);
    if (this.#found.length > 0) return true;
    if (emoji || this.#probe.readsMore(whole, buffer, hashtags.length > 0)) {
      for (const layer of layersOf('text', whole, tokenise(whole, emptyTokens()), this.#arabic)) {
        this.#searchLayer(layer);
        if (this.#found.length > 0) return true;
      }
      return false;
    }
    return (
      ((flags & foldFlag.repeated) !== 0 && this.#drawnOutHolds(whole)) ||
      (hashtags.length > 0 && this.#cutHashtagsHold(whole, hashtags))
    );
  }

  /** Whether words with letters drawn out may stand for a key. */
  #drawnOutHolds(text: string): boolean {
    const tokens = tokenise(text, emptyTokens());
    for (const token of tokens.starts.keys()) this.#search.drawnOut(tokenText(tokens, token), this.#onKey);
    return this.#found.length > 0;
  }

  /** Whether a text holds a key once its hashtags are cut at their capitals. */
  #cutHashtagsHold(text: string, hashtags: readonly Hashtag[]): boolean {
    const { units, length } = this.#buffer;
    if (!this.#probe.tagsMayHold(units, length)) return false;
    const cuts = capitalCuts(text, hashtags);
    if (cuts.length === 0) return false;
    const cut = applyEdits({ text }, cuts).text;
    if (this.#keys.use.tags) this.#searchTags(findHashtags(cut));
    return this.#found.length > 0 || this.#holdsKey(cut);
  }

  /** Whether the words of a text hold a key as they stand. */
  #holdsKey(text: string): boolean {
    foldInto(text, this.#other);
    this.#search.search(this.#other.units, this.#other.length, this.#onKey);
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
