import { clockPattern, offsetOf, time, zonePattern } from './clock.js';
import { misspeltMonth, monthNumber } from './month-names.js';
import { adjustTwelveHours, fullYear, type Parts } from './parts.js';

/** A day, the name of a month and a year, in any order and a dozen languages. */
export function readNamedMonth(text: string): Parts | undefined {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}.]*|\d+/gu) ?? [];
  const candidates = words.flatMap((word, index) => {
    const found = /\p{L}/u.test(word) ? (monthNumber(word) ?? misspeltMonth(word)) : undefined;
    return found === undefined ? [] : [{ month: found, at: index }];
  });
  // `mar. 12 janv.`: a weekday may look like a month; the month has a number in front of it
  const chosen = candidates.find(({ at }) => /^\d+$/.test(words[at - 1] ?? '')) ?? candidates[0];
  if (chosen === undefined) return undefined;
  const { month, at } = chosen;
  const clock = clockPattern.exec(text);
  const before = /^\d{1,2}$/.test(words[at - 1] ?? '') ? words[at - 1] : dayBefore(words, at);
  const afterClock = clock === null ? '' : text.slice(clock.index + clock[0].length);
  const numbersAfter = words.slice(at + 1).filter((word) => /^\d+$/.test(word));
  let day = before;
  let year: string | undefined;
  if (/^\d{4}$/.test(words[at - 1] ?? '')) {
    // 2004-július-13T9:15, 2004 January 5
    year = words[at - 1];
    day = numbersAfter[0];
  } else if (day === undefined) {
    // asctime: Jan  4 19:48:21 2004; and: January 4, 2004
    day = numbersAfter[0];
    const rest = clock === null ? numbersAfter.slice(1) : withoutClock(numbersAfter.slice(1), clock);
    year = rest.find((word) => word.length === 4) ?? rest[0];
  } else {
    year = numbersAfter[0];
    if (
      clock !== null &&
      year !== undefined &&
      year.length !== 4 &&
      clock[1] === year &&
      !/\d{2,4}\s+\d{1,2}:/.test(text)
    )
      year = undefined;
    year ??= /\b(\d{4})\b/.exec(afterClock)?.[1];
  }
  if (day === undefined || year === undefined || day.length > 2) {
    if (year === undefined && day !== undefined && day.length === 4)
      return { year: Number(day), month, day: 1, ...time(undefined, undefined, undefined), offset: 0 };
    return undefined;
  }
  const zone = zonePattern.exec(afterClock)?.[1];
  const parts: Parts = {
    year: year.length <= 2 ? fullYear(Number(year)) : Number(year),
    month,
    day: Number(day),
    ...time(clock?.[1], clock?.[2], clock?.[3], clock?.[4]),
    offset: clock === null ? (offsetOf(zoneAtEnd(text)) ?? 0) : (offsetOf(zone) ?? offsetOf(zoneAtEnd(afterClock))),
  };
  const half = clock?.[5]?.[0];
  if (half !== undefined) adjustTwelveHours(parts, half);
  return parts;
}

/** Words such as `de` (Spanish) may stand between the day and its month. */
function dayBefore(words: readonly string[], at: number): string | undefined {
  const [day, between] = words.slice(Math.max(0, at - 2), at);
  return between !== undefined && /^(?:de|of|st|nd|rd|th|er|den)\.?$/.test(between) && /^\d{1,2}$/.test(day ?? '')
    ? day
    : undefined;
}

function withoutClock(numbers: readonly string[], clock: RegExpExecArray): readonly string[] {
  const parts = [clock[1], clock[2], clock[3], clock[4]].filter((part) => part !== undefined);
  const at = numbers.findIndex((_, index) => parts.every((part, offset) => numbers[index + offset] === part));
  return at === -1 ? numbers : [...numbers.slice(0, at), ...numbers.slice(at + parts.length)];
}

function zoneAtEnd(text: string): string | undefined {
  return /(?:^|\s)([+-]\d{2}:?\d{2}|[A-Z]{2,4})$/.exec(text)?.[1];
}
