import { escapeRows } from '../../escape-rows.js';
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { textOf } from '../../writing.js';

/** Percent codes outside addresses. */
export const percent: Transform = {
  name: 'percent',
  flags: foldFlag.escape,
  gate: /%[0-9A-Fa-f]{2}/,
  payloads: escapeRows(
    'percent',
    /(?<!\S)(?!\S*:\/\/)(?!www\.)(?:[\p{L}\p{N}.,;:!?'()+_~-]|%[0-9A-Fa-f]{2})+/gu,
    2,
    /%[0-9A-Fa-f]{2}/gu,
    (stretch) => {
      const bytes: number[] = [];
      const encoder = new TextEncoder();
      for (const part of stretch.match(/%[0-9A-Fa-f]{2}|[^%]+|%/gu) ?? []) {
        if (/^%[0-9A-Fa-f]{2}$/u.test(part)) bytes.push(Number.parseInt(part.slice(1), 16));
        else bytes.push(...encoder.encode(part));
      }
      return textOf(Uint8Array.from(bytes));
    },
  ),
};
