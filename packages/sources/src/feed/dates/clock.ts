import type { Parts } from './parts.js';

const zoneHours: Readonly<Record<string, number>> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 1, bst: 1, ist: 5.5, cet: 1, mez: 1, met: 1, cest: 2, mesz: 2, mest: 2, eet: 2, eest: 3, msk: 3, msd: 4,
  ast: -4, adt: -3, est: -5, edt: -4, et: -5, cst: -6, cdt: -5, ct: -6, mst: -7, mdt: -6, mt: -7, pst: -8, pdt: -7, pt: -8,
  akst: -9, akdt: -8, hst: -10, ndt: -2.5, nst: -3.5, jst: 9, kst: 9, hkt: 8, sgt: 8, awst: 8, acst: 9.5, acdt: 10.5, aest: 10, aedt: 11,
  nzst: 12, nzdt: 13, sast: 2, cat: 2, wat: 1, eat: 3, pkt: 5, brt: -3, art: -3, clt: -4, pet: -5, cot: -5, vet: -4,
  a: -1, b: -2, c: -3, d: -4, e: -5, f: -6, g: -7, h: -8, i: -9, k: -10, l: -11, m: -12,
  n: 1, o: 2, p: 3, q: 4, r: 5, s: 6, t: 7, u: 8, v: 9, w: 10, x: 11, y: 12,
}; // prettier-ignore

export function time(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction?: string,
): Pick<Parts, 'hour' | 'minute' | 'second' | 'milli'> {
  return {
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    milli: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000),
  };
}

export function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === '') return undefined;
  const clean = zone.trim().replace(/^\((.*)\)$/, '$1');
  const numeric = /^(?:UTC|GMT)?\s*([+-])\s?(\d{1,2}):?(\d{2})?/i.exec(clean);
  if (numeric !== null) {
    const hours = Number(numeric[2]);
    const minutes = Number(numeric[3] ?? 0);
    if (hours > 15 || minutes > 59) return undefined;
    return (numeric[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
  }
  const hours = zoneHours[clean.toLowerCase().replace(/[^a-z].*$/, '')];
  return hours === undefined ? undefined : hours * 60;
}

export const timePattern = String.raw`(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?`;

export const clockPattern = new RegExp(String.raw`(?:^|[\sT,])${timePattern}\s*([ap]\.?m\b\.?)?`, 'i');
export const zonePattern =
  /^\s*((?:UTC|GMT)?\s?[+-]\s?\d{1,2}:?\d{0,2}|[A-Za-z]{1,5}(?:[+-]\d{1,2}:?\d{0,2})?|\([A-Za-z]{1,5}\))/;
