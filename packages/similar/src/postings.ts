import { grownInts } from './typed-arrays.js';

/** Numbers a node takes: the next node of its chain, and the signature that it stands for. */
const nodeSize = 2;
const none = -1;

/**
 * Which sets have a signature: chains of nodes in typed arrays. A set takes a block of nodes, one for each of its
 * signatures, and gives it back when it is removed, so that memory stays where it was.
 */
export class Postings {
  /** Nodes a block has; a set may use fewer. */
  readonly #stride: number;
  #heads = new Int32Array(1024).fill(none);
  #nodes: Int32Array<ArrayBuffer>;
  /** Of each block: the set, and how many nodes it uses. */
  #owners = new Int32Array(16);
  #used = new Int32Array(16);
  readonly #free: number[] = [];
  #blocks = 0;
  #count = 0;

  constructor(stride: number) {
    this.#stride = stride;
    this.#nodes = new Int32Array(16 * stride * nodeSize);
  }

  /** Adds a set under its first `count` signatures; gives the block by which it is removed. */
  insert(owner: number, signatures: Int32Array, count: number): number {
    const block = this.#free.pop() ?? this.#newBlock();
    if ((this.#count += count) > this.#heads.length * 2) this.#spread();
    this.#owners[block] = owner;
    this.#used[block] = count;
    const heads = this.#heads;
    const nodes = this.#nodes;
    const mask = heads.length - 1;
    for (let index = 0; index < count; index += 1) {
      const node = block * this.#stride + index;
      const signature = signatures[index] ?? 0;
      const bucket = signature & mask;
      nodes[node * nodeSize] = heads[bucket] ?? none;
      nodes[node * nodeSize + 1] = signature;
      heads[bucket] = node;
    }
    return block;
  }

  remove(block: number): void {
    const heads = this.#heads;
    const nodes = this.#nodes;
    const used = this.#used[block] ?? 0;
    for (let index = 0; index < used; index += 1) {
      const node = block * this.#stride + index;
      const bucket = (nodes[node * nodeSize + 1] ?? 0) & (heads.length - 1);
      const next = nodes[node * nodeSize] ?? none;
      let before = heads[bucket] ?? none;
      if (before === node) {
        heads[bucket] = next;
        continue;
      }
      while (nodes[before * nodeSize] !== node) before = nodes[before * nodeSize] ?? none;
      nodes[before * nodeSize] = next;
    }
    this.#count -= used;
    this.#used[block] = 0;
    this.#free.push(block);
  }

  /** The first node that may stand for a signature, or -1; {@link next} gives the others. */
  first(signature: number): number {
    return this.#heads[signature & (this.#heads.length - 1)] ?? none;
  }

  next(node: number): number {
    return this.#nodes[node * nodeSize] ?? none;
  }

  signatureAt(node: number): number {
    return this.#nodes[node * nodeSize + 1] ?? 0;
  }

  ownerAt(node: number): number {
    return this.#owners[Math.floor(node / this.#stride)] ?? none;
  }

  #newBlock(): number {
    const block = this.#blocks;
    this.#blocks += 1;
    if (block < this.#owners.length) return block;
    this.#owners = grownInts(this.#owners, block + 1);
    this.#used = grownInts(this.#used, block + 1);
    this.#nodes = grownInts(this.#nodes, this.#owners.length * this.#stride * nodeSize);
    return block;
  }

  /** Four times as many chains, each a quarter as long. */
  #spread(): void {
    this.#heads = new Int32Array(this.#heads.length * 4).fill(none);
    const heads = this.#heads;
    const nodes = this.#nodes;
    for (let block = 0; block < this.#blocks; block += 1) {
      const from = block * this.#stride;
      for (let node = from; node < from + (this.#used[block] ?? 0); node += 1) {
        const bucket = (nodes[node * nodeSize + 1] ?? 0) & (heads.length - 1);
        nodes[node * nodeSize] = heads[bucket] ?? none;
        heads[bucket] = node;
      }
    }
  }
}
