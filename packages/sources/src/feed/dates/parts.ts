/** What a text says of a moment, before it is known to be a possible one. */
export interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milli: number;
  /** minutes east of UTC; undefined for local time */
  offset: number | undefined;
}

export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

export function adjustTwelveHours(parts: Parts, half: string): void {
  if (half.toLowerCase() === 'p' && parts.hour < 12) parts.hour += 12;
  else if (half.toLowerCase() === 'a' && parts.hour === 12) parts.hour = 0;
}
