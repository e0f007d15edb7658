import { escapeRows, fromPoint } from '../../escape-rows.js';
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { isWritten } from '../../writing.js';

/** HTML numeric character references. */
export const htmlEntity: Transform = {
  name: 'html-entity',
  flags: foldFlag.escape,
  gate: /&#/,
  payloads: escapeRows(
    'html-entity',
    /[^\s&]*(?:&#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6});[^\s&]*)+(?: +[^\s&]*(?:&#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6});[^\s&]*)+)*/gu,
    3,
    /&#/gu,
    (stretch) => {
      const said = stretch.replace(
        /&#(?:(\d{1,7})|[xX]([0-9A-Fa-f]{1,6}));/gu,
        (whole, decimal: string, hexadecimal: string | undefined) =>
          fromPoint(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)) ?? whole,
      );
      return isWritten(said) ? said : undefined;
    },
  ),
};
