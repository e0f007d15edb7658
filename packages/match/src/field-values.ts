import { disguiseNames, type DisguiseName } from '@vedette/decode';
import { metadataFields, type MetadataField } from './query.js';

/** Fields that narrow where or how a term is looked for. */
export const termFields = ['title', 'raw', 'cs', 'hashtag', 'via'] as const;
const fields: readonly string[] = [...termFields, ...metadataFields];

const closed: Readonly<Partial<Record<MetadataField, readonly string[]>>> = {
  kind: ['article', 'post', 'comment', 'message', 'service'],
  has: ['media', 'image', 'video', 'audio', 'link'],
  is: ['reply', 'forward', 'edited', 'deleted'],
};

/** A value that can be used, or what is wrong with it and what may have been meant. */
export type CheckedValue =
  | { readonly value: string; readonly message?: undefined }
  | { readonly message: string; readonly nearest?: string | undefined };

/** Whether a name is a field of the query language. */
export function isField(name: string): boolean {
  return fields.includes(name);
}

export function isMetadataField(name: string): name is MetadataField {
  return (metadataFields as readonly string[]).includes(name);
}

/** The field whose name is closest, if one is close. */
export function nearestField(name: string): string | undefined {
  return nearest(name, fields);
}

export function isStep(name: string): name is DisguiseName {
  return (disguiseNames as readonly string[]).includes(name);
}

export function nearestStep(name: string): DisguiseName | undefined {
  const found = nearest(name, disguiseNames);
  return found !== undefined && isStep(found) ? found : undefined;
}

/** Languages by name, as people write them. */
const languageTags: ReadonlyMap<string, string> = new Map(
  (
    'arabic:ar darija:ary english:en french:fr français:fr spanish:es español:es german:de deutsch:de dutch:nl nederlands:nl italian:it ' +
    'portuguese:pt turkish:tr persian:fa farsi:fa urdu:ur russian:ru hebrew:he kabyle:kab tamazight:zgh'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)] as const),
);

/** Checks and normalises the value of a metadata field. */
export function checkValue(field: MetadataField, given: string): CheckedValue {
  const value = given.trim().toLowerCase();
  if (value === '') return { message: `${field}: needs a value` };
  const options = closed[field];
  if (options !== undefined && !options.includes(value)) {
    return {
      message: `${field}: takes ${options.join(', ')}; "${given}" is none of them`,
      nearest: nearest(value, options),
    };
  }
  if (field === 'since' || field === 'until') return checkDate(field, value);
  if (field === 'lang' && !/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/u.test(value)) {
    const message = `lang: takes a language tag such as ar or fr; "${given}" is none`;
    return { message, nearest: languageTags.get(value) };
  }
  if (field === 'domain') {
    const host = value
      .replace(/^[a-z]+:\/\//u, '')
      .replace(/^\*?\./u, '')
      .replace(/[/?#].*$/u, '');
    if (!/[\p{L}\p{N}]/u.test(host)) return { message: 'domain: needs a host such as example.org' };
    if (host !== value) return { message: 'domain: takes a host alone, such as example.org', nearest: host };
  }
  return { value: field === 'from' ? value.replace(/^@(?=.)/u, '') : value };
}

function checkDate(field: 'since' | 'until', value: string): CheckedValue {
  const message = `${field}: takes a day such as 2026-05-31; "${value}" is none`;
  const day = dayMeant(field, value);
  if (day === undefined) return { message };
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return { message };
  return day === value ? { value } : { message, nearest: day };
}

/** Days in other notations; a year or a month alone is its first day, or its last for `until:`. */
function dayMeant(field: 'since' | 'until', value: string): string | undefined {
  const [, year = '', month, day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:t.*)?$/u.exec(value) ?? [];
  if (year === '') {
    const [, first = '', second = '', last = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(value) ?? [];
    return last === '' ? undefined : `${last}-${second.padStart(2, '0')}-${first.padStart(2, '0')}`;
  }
  const inYear = month ?? (field === 'since' ? '1' : '12');
  const lastDay = new Date(Date.UTC(Number(year), Number(inYear), 0)).getUTCDate();
  return `${year}-${inYear.padStart(2, '0')}-${(day ?? (field === 'since' ? '1' : String(lastDay))).padStart(2, '0')}`;
}

function nearest(name: string, options: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = name.length <= 3 ? 2 : 3;
  for (const option of options) {
    const distance = editDistance(name, option);
    if (distance < least) {
      least = distance;
      best = option;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let left = 1; left <= a.length; left += 1) {
    const next = [left];
    for (let right = 1; right <= b.length; right += 1) {
      const change = (row[right - 1] ?? 0) + (a[left - 1] === b[right - 1] ? 0 : 1);
      next.push(Math.min(change, (row[right] ?? 0) + 1, (next[right - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
