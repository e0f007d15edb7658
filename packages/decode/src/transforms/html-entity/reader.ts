import { escapeStretches, fromPoint, type EscapePart } from '../../escapes.js';
import type { PayloadReader } from '../../payload-reader.js';
import { namedCharacter } from './names.js';

/** References by number, also without their end, and by name; the ampersand may be escaped itself. */
const reference =
  /&(?:amp;)?(?:#(?:(\d{1,7})|[xX]([0-9A-Fa-f]{1,6}))(?:;|(?![0-9A-Za-z;]))|([A-Za-z][A-Za-z0-9]{1,31});)/g;

/** Character references of HTML. */
export const htmlEntityReader: PayloadReader = {
  name: 'html-entity',
  gate: /&(?:#[\dxX]|[A-Za-z]\w+;)/,
  find: (text) => escapeStretches(text, parts(text), 6),
};

function* parts(text: string): Generator<EscapePart> {
  for (const { 0: found, index, 1: decimal, 2: hexadecimal, 3: name } of text.matchAll(reference)) {
    const said =
      name === undefined
        ? fromPoint(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal))
        : namedCharacter(name);
    if (said !== undefined) yield { start: index, end: index + found.length, text: said };
  }
}
