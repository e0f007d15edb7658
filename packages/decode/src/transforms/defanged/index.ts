import { foldFlag } from '../../fold-signs.js';
import type { Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';

/** hxxp, hXXps, h**p with any separator, and http with a bracket in its separator. */
const scheme =
  /(?<![\p{L}\p{N}])h(?:(?:xx|\*\*)p(?<safe>s?)(?:\[:\/\/\]|(?:\[:\]|:)(?:\/\/|\[\/\/\]|\[\/\]\[\/\]|\\\\))|ttp(?<real>s?)(?:\[:\/\/\]|\[:\](?:\/\/|\[\/\/\]|\[\/\]\[\/\])|:(?:\[\/\/\]|\[\/\]\[\/\])))/giu;
/** A dot in brackets, or its name, between the parts of a host. */
const dot =
  /(?<=[\p{L}\p{N}])\s?(?:\[\.\]|\(\.\)|\{\.\}|\[\.(?=\p{L}{2})|\[(?:dot|d0t|punto?|point|punkt)\]|\((?:dot|d0t|punto?|point|punkt)\)|\{(?:dot|d0t|punto?|point|punkt)\})\s?(?=[\p{L}\p{N}])/giu;
/** The sign of a mail address in brackets, or its name, before a host. */
const at =
  /(?<=[\p{L}\p{N}])\s?(?:\[(?:at|@|arroba|arobase)\]|\((?:at|@|arroba|arobase)\)|\{(?:at|@|arroba|arobase)\})\s?(?=[\p{L}\p{N}_-]{1,60}(?:\.\p{L}|\s?[[({]))/giu;
/** A dot that is spoken or escaped before a top-level domain: only beside one of the signs above. */
const spoken =
  /(?<=[a-z0-9-]{3})(?: dot | punto | point | punt | punkt |\\\.)(?=(?:com|org|net|info|biz|io|onion|example)(?![\p{L}\p{N}]))/giu;

function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  const add = (start: number, length: number, replacement: string): void => {
    found.push({ start, end: start + length, replacement, name: 'defanged' });
  };
  for (const { 0: whole, index, groups } of text.matchAll(scheme)) {
    const safe = (groups?.['safe'] ?? groups?.['real'] ?? '') !== '';
    add(index, whole.length, safe ? 'https://' : 'http://');
  }
  for (const { 0: whole, index } of text.matchAll(dot)) add(index, whole.length, '.');
  for (const { 0: whole, index } of text.matchAll(at)) add(index, whole.length, '@');
  if (found.length > 0) for (const { 0: whole, index } of text.matchAll(spoken)) add(index, whole.length, '.');
  return apart(found);
}

/** In order; of two that overlap the first. */
function apart(found: readonly Edit[]): readonly Edit[] {
  const sorted = found.toSorted((a, b) => a.start - b.start);
  let end = 0;
  return sorted.filter((edit) => {
    if (edit.start < end) return false;
    end = edit.end;
    return true;
  });
}

/** Links and mail addresses written so that they cannot be clicked. */
export const defanged: Transform = {
  name: 'defanged',
  flags: foldFlag.bracket,
  gate: /h(?:xx|\*\*)ps?|\[[:.@/]|\([.@]\)|\{[.@]\}|[[({](?:dot|d0t|at|punto?|point|punkt|arroba|arobase)[\])}]/iu,
  edits,
};
