/** What is remembered of an Item. */
export interface LoggedItem {
  readonly id: string;
  /** Milliseconds since 1970; Infinity for an Item without a time, which is inside every window. */
  readonly time: number;
  /** Its text, or -1 where nothing of it can be compared. */
  readonly text: number;
  readonly cluster: number;
  /** The number of the Item before it with the same text, -1 without one. */
  readonly previous: number;
}

const smallest = 1024;

/**
 * The Items that are remembered, numbered in the order in which they came. A ring: the oldest is forgotten first, and
 * what it took is taken by a new one.
 */
export class ItemLog {
  /** The number of the oldest Item that is remembered, and the one that the next Item will have. */
  oldest = 0;
  next = 0;
  #room = smallest;
  #ids: string[] = Array.from({ length: smallest }, () => '');
  #times = new Float64Array(smallest);
  #texts = new Int32Array(smallest);
  #clusters = new Int32Array(smallest);
  #previous = new Float64Array(smallest);

  get size(): number {
    return this.next - this.oldest;
  }

  /** Appends an Item and gives its number. */
  push({ id, time, text, cluster, previous }: LoggedItem): number {
    if (this.size === this.#room) this.#grow();
    const number = this.next;
    const at = number % this.#room;
    this.#ids[at] = id;
    this.#times[at] = time;
    this.#texts[at] = text;
    this.#clusters[at] = cluster;
    this.#previous[at] = previous;
    this.next += 1;
    return number;
  }

  /** Forgets the oldest Item. */
  shift(): void {
    this.#ids[this.oldest % this.#room] = '';
    this.oldest += 1;
  }

  has(number: number): boolean {
    return number >= this.oldest && number < this.next;
  }

  id(number: number): string {
    return this.#ids[number % this.#room] ?? '';
  }

  time(number: number): number {
    return this.#times[number % this.#room] ?? 0;
  }

  text(number: number): number {
    return this.#texts[number % this.#room] ?? -1;
  }

  cluster(number: number): number {
    return this.#clusters[number % this.#room] ?? -1;
  }

  /** The Item before with the same text, -1 where there is none any more. */
  previous(number: number): number {
    const previous = this.#previous[number % this.#room] ?? -1;
    return previous >= this.oldest ? previous : -1;
  }

  #grow(): void {
    const before = this.#room;
    const room = Math.ceil(before * 1.5);
    const ids = Array.from({ length: room }, () => '');
    const times = new Float64Array(room);
    const texts = new Int32Array(room);
    const clusters = new Int32Array(room);
    const previous = new Float64Array(room);
    for (let number = this.oldest; number < this.next; number += 1) {
      const at = number % room;
      const from = number % before;
      ids[at] = this.#ids[from] ?? '';
      times[at] = this.#times[from] ?? 0;
      texts[at] = this.#texts[from] ?? -1;
      clusters[at] = this.#clusters[from] ?? -1;
      previous[at] = this.#previous[from] ?? -1;
    }
    this.#room = room;
    this.#ids = ids;
    this.#times = times;
    this.#texts = texts;
    this.#clusters = clusters;
    this.#previous = previous;
  }
}
