import type { Item } from '@vedette/contract';

interface Count {
  readonly files: Set<string>;
  readonly kinds: Map<string, number>;
  items: number;
}

/** Kinds of sources that somebody handed over: whoever examines them checks whether all of it came through. */
const handedOver = /-(?:export|archive|takeout)$/u;

/**
 * Counts what was read of exports, by kind of source.
 * @example counts.lines() // ['facebook-export: 1,204 Items from 12 files (1,190 message, 14 service)']
 */
export class ReadCounts {
  readonly #counts = new Map<string, Count>();

  add(item: Item): void {
    const { kind, file } = item.source;
    let count = this.#counts.get(kind);
    if (count === undefined) {
      if (!handedOver.test(kind)) return;
      count = { files: new Set(), kinds: new Map(), items: 0 };
      this.#counts.set(kind, count);
    }
    count.items += 1;
    count.kinds.set(item.kind, (count.kinds.get(item.kind) ?? 0) + 1);
    if (file !== undefined) count.files.add(file);
  }

  /** One line for each kind of source, in the order in which they came. */
  lines(): string[] {
    return [...this.#counts].map(([kind, { files, kinds, items }]) => {
      const parts = [...kinds].map(([name, count]) => `${shown(count)} ${name}`).join(', ');
      const from = files.size === 0 ? '' : ` from ${shown(files.size)} ${files.size === 1 ? 'file' : 'files'}`;
      return `${kind}: ${shown(items)} ${items === 1 ? 'Item' : 'Items'}${from} (${parts})`;
    });
  }
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
