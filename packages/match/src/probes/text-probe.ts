import { decodeTracked, foldFlag, mayBeDisguised, type DisguiseName, type FoldBuffer } from '@vedette/decode';
import type { KeyTable } from '../keys/key-table.js';
import type { RuleKeys } from '../keys/rule-keys.js';
import { furtherReadings } from '../layers.js';
import { ArabiziProbe } from './arabizi-probe.js';
import { CutProbe } from './cut-probe.js';

/** Steps whose readings are looked at by a probe; nothing is read in what they give. */
const probed = { joined: 1, arabizi: 2, dotless: 4 } as const;
/** What is left out, by the bits of the steps that may be read. */
const without: readonly (readonly DisguiseName[])[] = Array.from({ length: 8 }, (_, wanted) =>
  (['joined', 'arabizi', 'dotless'] as const).filter((step) => (wanted & probed[step]) === 0),
);
/** Signs of the text that make it say more than its folded words without being decoded. */
const seenHere = foldFlag.hashtag | foldFlag.repeated;

/**
 * Tells whether a text may say more than its words as they stand, as far as any rule can be meant: the way from "may be
 * disguised" to "must be decoded". Sure where it says no.
 *
 * Words that lack a blank and Arabizi are everywhere in ordinary posts, and decoding them is what costs most. Both are
 * readings in which nothing further is read, so they need not be made where no word of any rule can stand in them: for that
 * every piece of a word, and every way to spell it, is looked up among the keys (docs/adr/0009).
 */
export class TextProbe {
  readonly #cuts: CutProbe;
  readonly #arabizi: ArabiziProbe | undefined;
  readonly #arabic: boolean;
  readonly #holdsKey: (text: string) => boolean;

  /**
   * @param arabic whether any rule may match Arabic words
   * @param holdsKey whether the words of a text hold a key as they stand
   */
  constructor(table: KeyTable, keys: RuleKeys, arabic: boolean, holdsKey: (text: string) => boolean) {
    this.#cuts = new CutProbe(table, keys.use);
    this.#arabizi = keys.arabic === undefined ? undefined : new ArabiziProbe(keys.arabic);
    this.#arabic = arabic;
    this.#holdsKey = holdsKey;
  }

  /** Whether there may be more to find in a text with these flags of its fold than its folded words. */
  mayReadMore(flags: number): boolean {
    return (flags & seenHere) !== 0 || mayBeDisguised(flags & ~foldFlag.hashtag, { without: this.#all });
  }

  /**
   * Whether decoding a text may give anything that a rule can be meant by.
   * @param folded the folded text
   * @param tagged whether it has hashtags
   */
  readsMore(text: string, folded: FoldBuffer, tagged: boolean): boolean {
    const { flags } = folded;
    let wanted = this.#arabic ? probed.dotless : 0;
    if (!tagged && (flags & (foldFlag.glued | foldFlag.hashtag)) !== 0 && this.#mayBeCut(folded))
      wanted |= probed.joined;
    if (this.#arabizi !== undefined && (flags & arabiziFlags) !== 0 && this.#arabizi.mayHold(text, this.#holdsKey)) {
      wanted |= probed.arabizi;
    }
    const options = { without: without[wanted] ?? [] };
    if (!mayBeDisguised(tagged ? flags & ~foldFlag.hashtag : flags, options)) return false;
    const { plain, readings, disguises } = decodeTracked(text, options);
    return disguises.length > 0 || furtherReadings(readings, tagged).length > 0 || plain.text !== text.normalize('NFC');
  }

  /** Whether hashtags, cut into words, may hold a key. */
  tagsMayHold(units: Uint16Array, length: number): boolean {
    return this.#cuts.mayHold(units, length, true);
  }

  get #all(): readonly DisguiseName[] {
    return without[probed.joined | (this.#arabic ? probed.arabizi | probed.dotless : 0)] ?? [];
  }

  #mayBeCut({ units, length, flags }: FoldBuffer): boolean {
    // Marks make a word longer as typed than as folded.
    if ((flags & foldFlag.marks) !== 0) return true;
    if ((flags & foldFlag.glued) !== 0 && this.#cuts.mayHold(units, length, false)) return true;
    return (flags & foldFlag.hashtag) !== 0 && this.#cuts.mayHold(units, length, true);
  }
}

/** Flags without which no Arabizi is read. */
const arabiziFlags = foldFlag.wordless | foldFlag.leet;
