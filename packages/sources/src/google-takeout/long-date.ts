/** Locales whose names of months Google writes dates with. */
const locales = (
  'en de fr es pt it nl sv da nb fi is pl cs sk sl hr sr bs hu ro bg mk ru uk be el tr az ka hy ar he fa ur hi bn ta te ml kn mr gu pa ' +
  'th lo km my vi id ms fil sw am et lv lt ca gl eu sq af zu cy ga kk uz mn ne si'
).split(' ');

let monthNames: ReadonlyMap<string, number> | undefined;
let halfNames: ReadonlyMap<string, 'am' | 'pm'> | undefined;

/** Names of the months in every locale, long and short, as they stand in a date. */
function months(): ReadonlyMap<string, number> {
  if (monthNames !== undefined) return monthNames;
  const found = new Map<string, number>();
  for (const locale of locales) {
    for (const month of ['long', 'short'] as const) {
      for (const options of [{ month, day: 'numeric' }, { month }] as const) {
        const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' });
        for (let index = 0; index < 12; index += 1) {
          const parts = format.formatToParts(Date.UTC(2024, index, 15));
          const name = keyOf(parts.find((part) => part.type === 'month')?.value ?? '');
          if (name !== '' && !/\d/u.test(name) && !found.has(name)) found.set(name, index + 1);
        }
      }
    }
  }
  monthNames = found;
  return found;
}

function halves(): ReadonlyMap<string, 'am' | 'pm'> {
  if (halfNames !== undefined) return halfNames;
  const found = new Map<string, 'am' | 'pm'>([
    ['am', 'am'],
    ['pm', 'pm'],
    // what Google writes where the tables of newer systems have AM and PM
    ['오전', 'am'],
    ['오후', 'pm'],
    ['午前', 'am'],
    ['午後', 'pm'],
    ['上午', 'am'],
    ['下午', 'pm'],
  ]);
  for (const locale of [...locales, 'zh', 'zh-TW', 'ja', 'ko']) {
    const format = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
    for (const [hour, half] of [
      [3, 'am'],
      [15, 'pm'],
    ] as const) {
      const name = format.formatToParts(Date.UTC(2024, 0, 15, hour)).find((part) => part.type === 'dayPeriod')?.value;
      const key = keyOf(name ?? '');
      if (key !== '' && !found.has(key)) found.set(key, half);
    }
  }
  halfNames = found;
  return found;
}

function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.\p{Cf}]/gu, '');
}

/**
 * The instant of a date as Google Chat writes it, in the language of the account: `Tuesday, November 3, 2020 at 5:12:35 PM UTC`,
 * `martes, 3 de noviembre de 2020, 17:12:35 UTC`, `2020年11月3日火曜日 17時12分35秒 UTC`. Digits of any script, any
 * kind of blank before AM and PM. ISO 8601, UTC; undefined where it is no such date.
 */
export function instantOfLongDate(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const text = westernDigits(written).replace(/[\p{Zs}\p{Cf}]+/gu, ' ');
  const clock = /(\d{1,2})[:.時시时h點点]\s?(\d{2})(?:[:.分분mi ]+\s?(\d{2}))?/u.exec(text);
  if (clock === null) return undefined;
  const rest = text.replace(clock[0], ' ');
  const day = dayIn(rest);
  if (day === undefined) return undefined;
  const hour = Number(clock[1]);
  // words of one language are AM in another: only what stands beside the clock counts, and only where it can
  const around = `${text.slice(Math.max(0, clock.index - 12), clock.index)} ${text.slice(clock.index + clock[0].length).slice(0, 12)}`;
  const half = hour > 12 ? undefined : halfIn(around);
  const full = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  const [, , minute, second] = clock;
  const time = Date.UTC(day.year, day.month - 1, day.day, full, Number(minute), Number(second ?? 0));
  const back = new Date(time);
  if (Number.isNaN(time) || back.getUTCMonth() !== day.month - 1 || back.getUTCDate() !== day.day || full > 23) {
    return undefined;
  }
  return new Date(time - offsetIn(text)).toISOString().replace('.000Z', 'Z');
}

function dayIn(text: string): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const east = /(\d{4})\s?[年년/.-]\s?(\d{1,2})\s?[月월/.-]\s?(\d{1,2})/u.exec(text);
  if (east !== null) return { year: Number(east[1]), month: Number(east[2]), day: Number(east[3]) };
  const year = /(?<!\d)(\d{4})(?!\d)/u.exec(text)?.[1];
  const month = monthIn(text);
  const day = /(?<!\d)(\d{1,2})(?!\d)/u.exec(text.replace(year ?? '', ' '))?.[1];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  // a year of the Buddhist calendar, as Thai accounts have it
  return { year: Number(year) > 2400 ? Number(year) - 543 : Number(year), month, day: Number(day) };
}

function monthIn(text: string): number | undefined {
  const tokens = text.split(/[\s,،]+/u).map(keyOf);
  for (const token of tokens) {
    const month = months().get(token) ?? months().get(token.replace(/^\d+|\d+$/gu, ''));
    if (month !== undefined) return month;
  }
  const vietnamese = /tháng\s(\d{1,2})/iu.exec(text)?.[1];
  return vietnamese === undefined ? undefined : Number(vietnamese);
}

function halfIn(text: string): 'am' | 'pm' | undefined {
  const tokens = text.split(/[\s,،\d:]+/u).map(keyOf);
  for (const [index, token] of tokens.entries()) {
    const half = halves().get(token) ?? halves().get(token + (tokens[index + 1] ?? ''));
    if (half !== undefined) return half;
  }
  return undefined;
}

/** Milliseconds east of Greenwich; Google writes UTC, and offsets where the account has a zone. */
function offsetIn(text: string): number {
  const found = /(?:UTC|GMT)\s?([+\u2212-])\s?(\d{1,2})(?::?(\d{2}))?/u.exec(text);
  if (found === null) return 0;
  const size = (Number(found[2]) * 60 + Number(found[3] ?? 0)) * 60_000;
  return found[1] === '+' ? size : -size;
}

/** Digits of every script that has them one by one become 0 to 9. */
function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}
