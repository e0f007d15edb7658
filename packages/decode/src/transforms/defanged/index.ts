import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import type { Edit } from '../../tracked-text.js';

const scheme = /\b(h(?:xx|tt|\*\*|XX)ps?)(\[:\]|:)(\/\/|\[\/\/\]|\\\\)/giu;
const dot =
  /(?<=[\p{L}\p{N}])\s?(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}|\[punt\]|\(punt\)|\[point\]|\(point\))\s?(?=[\p{L}\p{N}])/giu;
const at = /(?<=[\p{L}\p{N}])\s?(?:\[at\]|\(at\)|\[@\]|\(@\)|\{at\})\s?(?=[\p{L}\p{N}])/giu;

function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  const add = (start: number, length: number, replacement: string): void => {
    found.push({ start, end: start + length, replacement, name: 'defanged' });
  };
  for (const match of text.matchAll(scheme)) {
    const [whole, name = ''] = match;
    const real = `${/s$/iu.test(name) ? 'https' : 'http'}://`;
    if (whole.toLowerCase() !== real) add(match.index, whole.length, real);
  }
  for (const match of text.matchAll(dot)) add(match.index, match[0].length, '.');
  for (const match of text.matchAll(at)) add(match.index, match[0].length, '@');
  return found.sort((a, b) => a.start - b.start);
}

/** Links and mail addresses written so that they cannot be clicked. */
export const defanged: Transform = {
  name: 'defanged',
  flags: foldFlag.bracket,
  gate: /h(?:xx|\*\*)ps?|\[[:.@/]|\([.@]\)|\{\.\}|[[({](?:dot|at|punt|point)[\])}]/iu,
  edits,
};
