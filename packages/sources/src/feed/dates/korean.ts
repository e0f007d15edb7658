import { time } from './clock.js';
import { adjustTwelveHours, type Parts } from './parts.js';

/** Dates as Korean programs write them. */
export function readKorean(text: string): Parts | undefined {
  // 2004년 05월 28일 01:31:15, and 2004-05-25 오후 11:23:17 (both Seoul time)
  const named = /^(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일?\s*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  if (named !== null) {
    return {
      year: Number(named[1]),
      month: Number(named[2]),
      day: Number(named[3]),
      ...time(named[4], named[5], named[6]),
      offset: 540,
    };
  }
  const half = /^(\d{4})-(\d{2})-(\d{2})\s+(오전|오후)\s+(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text);
  if (half !== null) {
    const parts: Parts = {
      year: Number(half[1]),
      month: Number(half[2]),
      day: Number(half[3]),
      ...time(half[5], half[6], half[7]),
      offset: 540,
    };
    adjustTwelveHours(parts, half[4] === '오후' ? 'p' : 'a');
    return parts;
  }
  return undefined;
}
