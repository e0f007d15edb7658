import { foldFlag } from '../../fold-signs.js';
import type { Payload } from '../../payload.js';
import type { Transform } from '../../transform.js';
import { isWritten } from '../../writing.js';

const letters = new Map(
  (
    '.- A -... B -.-. C -.. D . E ..-. F --. G .... H .. I .--- J -.- K .-.. L -- M -. N --- O .--. P --.- Q .-. R ... S ' +
    '- T ..- U ...- V .-- W -..- X -.-- Y --.. Z ----- 0 .---- 1 ..--- 2 ...-- 3 ....- 4 ..... 5 -.... 6 --... 7 ---.. 8 ' +
    '----. 9 .-.-.- . --..-- , ..--.. ?'
  )
    .match(/\S+ \S/gu)
    ?.map((pair): [string, string] => [pair.slice(0, -2), pair.slice(-1)]) ?? [],
);

const row =
  /(?<![\p{L}\p{N}.\-·•–−_])[.\-·•–−_]{1,6}(?:(?: {1,3}| ?[/|] ?)[.\-·•–−_]{1,6}){4,}(?![\p{L}\p{N}.\-·•–−_])/gu;

function readRow(written: string): string | undefined {
  const words = written
    .replace(/[·•]/gu, '.')
    .replace(/[–−_]/gu, '-')
    .split(/ {3}| ?[/|] ?/u);
  const said = words.map((word) => word.split(/ +/u).map((sign) => letters.get(sign)));
  if (said.some((word) => word.includes(undefined))) return undefined;
  const text = said.map((word) => word.join('')).join(' ');
  return new Set(text).size >= 4 && isWritten(text) ? text : undefined;
}

/** International Morse code with blanks between letters and `/` or three blanks between words. */
export const morse: Transform = {
  name: 'morse',
  flags: foldFlag.morse,
  gate: /[.\-·•–−_] [.\-·•–−_]/,
  payloads(text) {
    const payloads: Payload[] = [];
    for (const match of text.matchAll(row)) {
      const said = readRow(match[0]);
      if (said !== undefined)
        payloads.push({ name: 'morse', start: match.index, end: match.index + match[0].length, text: said });
    }
    return payloads;
  },
};
