const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const classic = /^\w{3} (\w{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d) (\d{4})$/u;
const spaced = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?) ?(Z|UTC|[+-]\d\d:?\d\d)?$/u;

/**
 * The instant of a date as X archives write it: `Wed Oct 10 20:19:24 +0000 2018`, `2018-10-10T20:19:24.000Z`,
 * `2013-01-31 22:40:05 +0000`. Undefined where it is none.
 */
export function xInstant(text: string | undefined): string | undefined {
  const found = classic.exec(text ?? '');
  if (found !== null) {
    const [, month = '', day, hour, minute, second, sign, offsetHours, offsetMinutes, year] = found;
    const index = months.indexOf(month.toLowerCase());
    if (index < 0) return undefined;
    const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000 * (sign === '-' ? -1 : 1);
    return isoOf(Date.UTC(Number(year), index, Number(day), Number(hour), Number(minute), Number(second)) - offset);
  }
  const [, date, time, zone] = spaced.exec(text ?? '') ?? [];
  if (date === undefined || time === undefined) return undefined;
  const offset = zone === undefined || zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/u, '$1:$2');
  return isoOf(Date.parse(`${date}T${time}${offset}`));
}

function isoOf(time: number): string | undefined {
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000Z', 'Z');
}
