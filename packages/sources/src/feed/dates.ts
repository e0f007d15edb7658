import { offsetOf, time } from './dates/clock.js';
import { finish, type ReadDate } from './dates/instant.js';
import { readIso } from './dates/iso.js';
import { readKorean } from './dates/korean.js';
import { months } from './dates/month-names.js';
import { readNamedMonth } from './dates/named-month.js';
import { readEpoch, readNumeric } from './dates/numeric.js';

/**
 * Reads a date in any form that feeds and pages use: RFC 822 and its misspellings, ISO 8601 and W3CDTF (partial, ordinal,
 * week, compact), asctime, SQL, epoch seconds, Korean, and day–month-name–year in a dozen languages. Undefined for text
 * that is no date or no possible one.
 * @param zone IANA name used where the text has no zone; UTC where it is missing
 * @example readDate('Thu, 01 Jan 04 19:48:21 GMT').instant // '2004-01-01T19:48:21Z'
 */
export function readDate(text: string | undefined, zone = 'UTC'): ReadDate | undefined {
  const clean = (text ?? '')
    .slice(0, 200)
    .normalize('NFC')
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll(/\s+/g, ' ')
    // a weekday in front of a date in figures, and the French way to write a time
    .replace(/^\s*\p{L}{2,12}\.?,?\s+(?=\d{4}[-/.])/u, '')
    .replace(/(\s\d{1,2})\s?h\s?(\d{2})(?!\d)/i, '$1:$2')
    .trim();
  if (clean === '') return undefined;
  return (
    readUsual(clean) ??
    readParts(clean, zone) ??
    (clean.includes('(') ? readParts(withoutComments(clean), zone) : undefined)
  );
}

/** What nearly every feed writes, read without a second look: `Thu, 01 Jan 2004 19:48:21 +0100`. */
function readUsual(text: string): ReadDate | undefined {
  const match =
    /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) ([+-]\d{4}|GMT|UTC|UT|Z)$/.exec(text);
  const month = match === null ? undefined : months.get((match[2] ?? '').toLowerCase());
  if (match === null || month === undefined) return undefined;
  const [, day, , year, hour, minute, second, zone] = match;
  return finish(
    { year: Number(year), month, day: Number(day), ...time(hour, minute, second), offset: offsetOf(zone) },
    'UTC',
  );
}

/** RFC 822 allows comments in round brackets anywhere, also inside one another. */
function withoutComments(text: string): string {
  let outside = '';
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char === '\\') index += 1;
    else if (char === '(') depth += 1;
    else if (char === ')' && depth > 0) depth -= 1;
    if (depth === 0 && char !== ')') outside += char;
    else if (depth === 0) outside += ' ';
  }
  return outside.replaceAll(/\s+/g, ' ').trim();
}

function readParts(clean: string, zone: string): ReadDate | undefined {
  const parts = readIso(clean) ?? readKorean(clean) ?? readNamedMonth(clean) ?? readNumeric(clean) ?? readEpoch(clean);
  return parts === undefined ? undefined : finish(parts, zone);
}
