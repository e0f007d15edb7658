import { escapeRows, fromPoint } from '../../escape-rows.js';
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { isWritten } from '../../writing.js';

/** `\u0067`, `\u{67}`, `\x67` and `U+0067`. */
export const unicodeEscape: Transform = {
  name: 'unicode-escape',
  flags: foldFlag.escape,
  gate: /\\[ux]|U\+/,
  payloads: escapeRows(
    'unicode-escape',
    /(?:(?:\\u\{[0-9A-Fa-f]{1,6}\}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|U\+[0-9A-Fa-f]{4,6})[ ]?(?:[\p{L}\p{N}.,!?'-]{0,3}(?=\\[ux]))?)+/gu,
    2,
    /\\[ux]|U\+/gu,
    (stretch) => {
      const units = stretch
        .replace(/ (?=U\+)/gu, '')
        .replace(
          /\\u\{([0-9A-Fa-f]{1,6})\}|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|U\+([0-9A-Fa-f]{4,6})/gu,
          (whole, braced?: string, four?: string, two?: string, plus?: string) => {
            const value = Number.parseInt(braced ?? four ?? two ?? plus ?? '', 16);
            return four === undefined ? (fromPoint(value) ?? whole) : String.fromCharCode(value);
          },
        );
      return isWritten(units) ? units : undefined;
    },
  ),
};
