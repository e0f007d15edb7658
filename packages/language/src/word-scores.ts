import { mostColumns, scripts } from './classes.js';
import { featuresOf, mostFeatures } from './features.js';
import { model } from './tables/model.generated.js';
import { rewritten, view } from './words.js';

interface Table {
  readonly columns: number;
  readonly mask: number;
  readonly marks: Uint16Array;
  readonly weights: Int8Array;
  readonly bias: Float64Array;
  readonly step: number;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Places after its own where a feature may stand. */
export const probes = 4;
/** The mark of a feature at its place: twelve bits, never 0. */
export function markOf(hash: number): number {
  return ((hash >>> 20) % 4095) + 1;
}

let loaded: readonly (Table | undefined)[] | undefined;

function unpack(): readonly (Table | undefined)[] {
  const values = new Int8Array(128);
  for (let index = 0; index < alphabet.length; index += 1) values[alphabet.charCodeAt(index)] = index;
  return scripts.map((script) => {
    const packed = script === undefined ? undefined : model[script.name];
    if (script === undefined || packed === undefined) return undefined;
    const columns = script.columns.length;
    const places = 2 ** script.bits;
    const marks = new Uint16Array(places);
    const weights = new Int8Array(places * columns);
    for (let place = 0; place < places; place += 1) {
      const high = values[packed.marks.charCodeAt(place * 2)] ?? 0;
      marks[place] = high * 64 + (values[packed.marks.charCodeAt(place * 2 + 1)] ?? 0);
    }
    let from = 0;
    for (let place = 0; place < places; place += 1) {
      if (marks[place] === 0) continue;
      for (let column = 0; column < columns; column += 1, from += 1) {
        weights[place * columns + column] = (values[packed.weights.charCodeAt(from)] ?? 0) - 32;
      }
    }
    return { columns, mask: places - 1, marks, weights, bias: Float64Array.from(packed.bias), step: packed.step };
  });
}

/** The tables by script, unpacked on first use: a program that never asks for a language does not pay. */
export function tables(): readonly (Table | undefined)[] {
  loaded ??= unpack();
  return loaded;
}

/** Words that were scored before; most words of a stream come again. */
const remembered = 2 ** 16;
const hashes = new Int32Array(remembered);
const checks = new Int32Array(remembered);
/** The rows of remembered words, in steps of their table. */
export const rows = new Int16Array(remembered * mostColumns);

/** Where in {@link rows} the evidence of the word in `view` stands, good until the next call. */
export function rowOfWord(table: Table): number {
  const { hash, check } = view;
  const slot = (hash ^ (hash >>> 16)) & (remembered - 1);
  const row = slot * mostColumns;
  if (hashes[slot] === hash && checks[slot] === check) return row;
  hashes[slot] = hash;
  checks[slot] = check;
  rows.fill(0, row, row + mostColumns);
  add(table, row, featuresOf(view.units, view.length, features));
  if (view.odd) {
    const { units, length } = rewritten();
    add(table, row, featuresOf(units, length, features));
  }
  return row;
}

const features = new Uint32Array(mostFeatures);

function add({ columns, mask, marks, weights }: Table, row: number, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const feature = features[index] ?? 0;
    const mark = markOf(feature);
    let place = feature & mask;
    for (let probe = 0; probe < probes; probe += 1) {
      if (marks[place] === mark) {
        const from = place * columns;
        for (let column = 0; column < columns; column += 1) {
          rows[row + column] = (rows[row + column] ?? 0) + (weights[from + column] ?? 0);
        }
        break;
      }
      place = (place + 1) & mask;
    }
  }
}
