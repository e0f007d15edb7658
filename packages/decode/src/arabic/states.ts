/** Places of the table in which equal states meet; it grows with the states. */
let slots = new Int32Array(1024);
let hopes = new Float64Array(512);

/**
 * The states of a search at one place of what was typed, in typed arrays that are used again for the next word: the
 * node that was reached, the node of a particle before it (0 for none) and the cost so far.
 */
export class States {
  size = 0;
  node = new Int32Array(64);
  head = new Int32Array(64);
  cost = new Float64Array(64);

  push(head: number, node: number, cost: number): void {
    if (this.size === this.node.length) this.#grow();
    this.head[this.size] = head;
    this.node[this.size] = node;
    this.cost[this.size] = cost;
    this.size += 1;
  }

  /**
   * Keeps each state once, at its least cost, and of more than `beam` states those that are the cheapest once the least
   * is added that their node still costs; those that are as good as the last of them stay too, so that the order of
   * states is no matter.
   */
  narrow(beam: number, least?: Float32Array): void {
    this.#merge();
    if (this.size <= beam) return;
    const { node, cost, head } = this;
    if (hopes.length < this.size) hopes = new Float64Array(this.size * 2);
    for (let at = 0; at < this.size; at += 1) hopes[at] = (cost[at] ?? 0) + (least?.[node[at] ?? 0] ?? 0);
    const worst = nthLeast(hopes, this.size, beam - 1);
    let kept = 0;
    for (let at = 0; at < this.size; at += 1) {
      if ((cost[at] ?? 0) + (least?.[node[at] ?? 0] ?? 0) > worst) continue;
      node[kept] = node[at] ?? 0;
      head[kept] = head[at] ?? 0;
      cost[kept] = cost[at] ?? 0;
      kept += 1;
    }
    this.size = kept;
  }

  #merge(): void {
    const { node, cost, head, size } = this;
    let room = 16;
    while (room < size * 2) room *= 2;
    if (slots.length < room) slots = new Int32Array(room);
    slots.fill(0, 0, room);
    let kept = 0;
    for (let at = 0; at < size; at += 1) {
      const ownNode = node[at] ?? 0;
      const ownHead = head[at] ?? 0;
      const own = cost[at] ?? 0;
      let slot = Math.imul(ownNode ^ Math.imul(ownHead, 0x85ebca6b), 0x9e3779b1) >>> 8;
      for (;;) {
        slot &= room - 1;
        const there = slots[slot] ?? 0;
        if (there === 0) {
          node[kept] = ownNode;
          head[kept] = ownHead;
          cost[kept] = own;
          kept += 1;
          slots[slot] = kept;
          break;
        }
        if (node[there - 1] === ownNode && head[there - 1] === ownHead) {
          if (own < (cost[there - 1] ?? 0)) cost[there - 1] = own;
          break;
        }
        slot += 1;
      }
    }
    this.size = kept;
  }

  #grow(): void {
    const { node, head, cost } = this;
    this.node = new Int32Array(node.length * 2);
    this.node.set(node);
    this.head = new Int32Array(node.length * 2);
    this.head.set(head);
    this.cost = new Float64Array(node.length * 2);
    this.cost.set(cost);
  }
}

/** The value that would stand at `rank` (from 0) if the first `size` values were in order; moves them about. */
export function nthLeast(values: Float64Array, size: number, rank: number): number {
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const other = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = other;
      left += 1;
      right -= 1;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] ?? 0;
}
