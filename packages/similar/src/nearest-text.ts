import type { ItemLog } from './item-log.js';
import { equalParts, PartSignatures } from './part-signatures.js';
import { Postings } from './postings.js';
import type { ShingleSet } from './shingle-set.js';
import { sketchDistance, sketchSize, writeSketch } from './sketch.js';
import type { TextTable } from './text-table.js';

/** The nearest Item so far: its number, -1 without one, and how similar it is. */
export interface Nearest {
  readonly item: number;
  readonly similarity: number;
}

/** Bounds of sizes are widened by this, so that no rounding of a division loses a text. */
const rounding = 1e-6;

/**
 * Finds the nearest text exactly. Candidates are found by the signatures of parts ({@link PartSignatures}), none is missed; most
 * that are not near enough are ruled out by their size and their sketch; the rest is compared shingle by shingle.
 */
export class NearestText {
  readonly #threshold: number;
  readonly #signatures: PartSignatures;
  readonly #bands: (Postings | undefined)[] = [];
  readonly #items: ItemLog;
  readonly #texts: TextTable;
  readonly #set: ShingleSet;
  readonly #sketch = new Int32Array(sketchSize);
  /** Above this number equal parts are counted in this search; whatever is below is of an earlier one. */
  #counted = 0;
  #item = -1;
  #similarity = 0;
  #earliest = 0;

  /** @param set holds the shingles of the text that is looked for or put in */
  constructor(threshold: number, items: ItemLog, texts: TextTable, set: ShingleSet) {
    this.#threshold = threshold;
    this.#signatures = new PartSignatures(threshold);
    this.#items = items;
    this.#texts = texts;
    this.#set = set;
  }

  /** Puts a text in, whose shingles are loaded. */
  insert(text: number): void {
    const { size, hashes } = this.#set;
    const band = this.#signatures.bandOf(size);
    this.#texts.sizes[text] = size;
    writeSketch(hashes, size, this.#texts.sketches, text * sketchSize);
    this.#signatures.write(hashes, size, band);
    const postings = (this.#bands[band] ??= new Postings(this.#signatures.most(band)));
    this.#texts.blocks[text] = postings.insert(text, this.#signatures.list, this.#signatures.kept(size));
  }

  remove(text: number): void {
    const size = this.#texts.sizes[text] ?? 0;
    if (size > 0) this.#bands[this.#signatures.bandOf(size)]?.remove(this.#texts.blocks[text] ?? -1);
  }

  /**
   * The most similar Item at or above the threshold whose time is not before `earliest`, of equally similar ones the last.
   * The shingles of the text are loaded.
   * @param known an Item that is known already, for instance one with the same text
   */
  find(earliest: number, known: Nearest): Nearest {
    this.#counted += equalParts;
    if (this.#counted > 0x7ffffff0) {
      this.#texts.equal.fill(0);
      this.#counted = equalParts;
    }
    this.#item = known.item;
    this.#similarity = known.similarity;
    this.#earliest = earliest;
    const { size, hashes } = this.#set;
    writeSketch(hashes, size, this.#sketch, 0);
    const own = this.#signatures.bandOf(size);
    // Most that is near has about the same size, and narrows the search for the rest.
    this.#findIn(own);
    for (let band = own - 1; band >= 0 && this.#signatures.largest(band) >= size * this.#least - rounding; band -= 1)
      this.#findIn(band);
    for (let band = own + 1; this.#signatures.largest(band - 1) < size / this.#least + rounding; band += 1)
      this.#findIn(band);
    return { item: this.#item, similarity: this.#similarity };
  }

  /** From which similarity on another text is of interest by now. */
  get #least(): number {
    return Math.max(this.#threshold, this.#similarity);
  }

  #findIn(band: number): void {
    const postings = this.#bands[band];
    if (postings === undefined) return;
    this.#signatures.write(this.#set.hashes, this.#set.size, band);
    const { list } = this.#signatures;
    const { equal } = this.#texts;
    const counted = this.#counted;
    const enough = counted + equalParts;
    let wanted = this.#wanted(band);
    for (let index = 0; index < wanted; index += 1) {
      const signature = list[index] ?? 0;
      for (let node = postings.first(signature); node >= 0; node = postings.next(node)) {
        if (postings.signatureAt(node) !== signature) continue;
        const text = postings.ownerAt(node);
        const count = Math.max(equal[text] ?? 0, counted) + 1;
        if (count > enough) continue;
        equal[text] = count;
        if (count === enough && this.#consider(text)) wanted = this.#wanted(band);
      }
    }
  }

  #wanted(band: number): number {
    const { size } = this.#set;
    const largest = Math.min(this.#signatures.largest(band), size / this.#least);
    return this.#signatures.wanted(size, largest, this.#least);
  }

  /** Compares with a text; whether it is the nearest by now. */
  #consider(text: number): boolean {
    const texts = this.#texts;
    const { size } = this.#set;
    const other = texts.sizes[text] ?? 0;
    const least = this.#least;
    if (Math.min(size, other) / Math.max(size, other) < least) return false;
    const limit = ((size + other) * (1 - least)) / (1 + least) + rounding;
    const apart = sketchDistance(this.#sketch, 0, texts.sketches, text * sketchSize, limit);
    if (apart > limit) return false;
    const most = (size + other - apart) / (size + other + apart);
    const item = this.newestInside(text, this.#earliest);
    if (item < 0 || (item < this.#item && most <= this.#similarity)) return false;
    const shared = this.#set.shared(texts.key(text));
    const similarity = shared / (size + other - shared);
    if (similarity < least || (item < this.#item && similarity <= this.#similarity)) return false;
    this.#item = item;
    this.#similarity = similarity;
    return true;
  }

  /** The last Item with a text whose time is not before `earliest`, or -1. */
  newestInside(text: number, earliest: number): number {
    if ((this.#texts.latest[text] ?? 0) < earliest) return -1;
    let item = this.#texts.newest[text] ?? -1;
    while (item >= 0 && this.#items.time(item) < earliest) item = this.#items.previous(item);
    return item;
  }
}
