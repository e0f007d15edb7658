import type { DisguiseName } from '../decoded.js';
import { isWritten, textOf, type Payload, type PayloadReader } from './payload.js';

/** A row of escapes, with ordinary characters between them, that together say something. */
function reader(
  name: DisguiseName,
  gate: RegExp,
  stretch: RegExp,
  least: number,
  escape: RegExp,
  decoded: (stretch: string) => string | undefined,
): PayloadReader {
  return {
    gate,
    read(text) {
      const payloads: Payload[] = [];
      for (const match of text.matchAll(stretch)) {
        if ((match[0].match(escape)?.length ?? 0) < least) continue;
        const said = decoded(match[0]);
        if (said !== undefined && said !== match[0]) {
          payloads.push({ name, start: match.index, end: match.index + match[0].length, text: said });
        }
      }
      return payloads;
    },
  };
}

function fromPoint(point: number): string | undefined {
  return point > 0x10ffff || Number.isNaN(point) ? undefined : String.fromCodePoint(point);
}

/** Percent codes outside addresses. */
export const percent = reader(
  'percent',
  /%[0-9A-Fa-f]{2}/,
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
);

/** HTML numeric character references. */
export const htmlEntity = reader(
  'html-entity',
  /&#/,
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
);

/** `\u0067`, `\u{67}`, `\x67` and `U+0067`. */
export const unicodeEscape = reader(
  'unicode-escape',
  /\\[ux]|U\+/,
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
);
