/** The clusters of the Items that are remembered: what their first Item is called and says, even if it is forgotten itself. */
export class ClusterTable {
  readonly #ids: string[] = [];
  readonly #keys: string[] = [];
  /** How many shingles the key has. */
  readonly #sizes: number[] = [];
  readonly #items: number[] = [];
  readonly #free: number[] = [];

  /** Opens a cluster without Items. */
  open(id: string, key: string, size: number): number {
    const cluster = this.#free.pop() ?? this.#ids.length;
    this.#ids[cluster] = id;
    this.#keys[cluster] = key;
    this.#sizes[cluster] = size;
    this.#items[cluster] = 0;
    return cluster;
  }

  id(cluster: number): string {
    return this.#ids[cluster] ?? '';
  }

  key(cluster: number): string {
    return this.#keys[cluster] ?? '';
  }

  size(cluster: number): number {
    return this.#sizes[cluster] ?? 0;
  }

  join(cluster: number): void {
    this.#items[cluster] = (this.#items[cluster] ?? 0) + 1;
  }

  /** One Item less; a cluster without Items is gone. */
  leave(cluster: number): void {
    const items = (this.#items[cluster] ?? 0) - 1;
    this.#items[cluster] = items;
    if (items > 0) return;
    this.#ids[cluster] = '';
    this.#keys[cluster] = '';
    this.#free.push(cluster);
  }
}
