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
    return { message: `lang: takes a language tag such as ar or fr; "${given}" is none` };
  }
  if (field === 'domain') {
    const host = value
      .replace(/^[a-z]+:\/\//u, '')
      .replace(/^\*?\./u, '')
      .replace(/[/?#].*$/u, '');
    if (host === '') return { message: 'domain: needs a host such as example.org' };
    if (host !== value) return { message: 'domain: takes a host alone, such as example.org', nearest: host };
  }
  return { value: field === 'from' ? value.replace(/^@(?=.)/u, '') : value };
}

function checkDate(field: 'since' | 'until', value: string): CheckedValue {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(value);
  const message = `${field}: takes a day such as 2026-05-31; "${value}" is none`;
  if (parts === null) return { message };
  const day = `${parts[1] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return { message };
  return day === value ? { value } : { message, nearest: day };
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
