const base = 36;
const smallest = 1;
const largest = 26;
const skew = 38;
const damp = 700;

/** Decodes one label without its `xn--`, RFC 3492; `undefined` when it is not one. */
export function decodePunycode(label: string): string | undefined {
  const points: number[] = [];
  const delimiter = label.lastIndexOf('-');
  for (let index = 0; index < delimiter; index += 1) points.push(label.charCodeAt(index));
  let at = delimiter < 0 ? 0 : delimiter + 1;
  let point = 128;
  let index = 0;
  let bias = 72;
  while (at < label.length) {
    const before = index;
    let weight = 1;
    for (let digitBase = base; ; digitBase += base) {
      const digit = Number.parseInt(label[at] ?? '', 36);
      if (Number.isNaN(digit)) return undefined;
      // Letters count from 0, digits follow: the other way round than in parseInt.
      const value = digit < 10 ? digit + 26 : digit - 10;
      at += 1;
      index += value * weight;
      const threshold = digitBase <= bias ? smallest : digitBase >= bias + largest ? largest : digitBase - bias;
      if (value < threshold) break;
      weight *= base - threshold;
      if (weight > 0x7fffffff) return undefined;
    }
    const count = points.length + 1;
    bias = adapt(index - before, count, before === 0);
    point += Math.floor(index / count);
    index %= count;
    if (point > 0x10ffff) return undefined;
    points.splice(index, 0, point);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

function adapt(delta: number, count: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : delta >> 1;
  rest += Math.floor(rest / count);
  let steps = 0;
  for (; rest > ((base - smallest) * largest) >> 1; steps += base) rest = Math.floor(rest / (base - smallest));
  return steps + Math.floor(((base - smallest + 1) * rest) / (rest + skew));
}
