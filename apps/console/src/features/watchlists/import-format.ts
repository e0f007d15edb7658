import type { ImportFormat } from '@vedette/contract';

/**
 * What a file seems to be, by its name and its beginning. A person may say otherwise.
 * @example guessFormat('list.xlsx', '') // 'xlsx'
 * @example guessFormat('', 'grey gate\nriver mill') // 'txt'
 */
export function guessFormat(name: string, text: string): ImportFormat {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'xlsx') return 'xlsx';
  if (ending === 'csv' || ending === 'tsv') return 'csv';
  if (ending === 'yaml' || ending === 'yml') return 'yaml';
  const head = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 20_000);
  if (ending === 'xml' || head.startsWith('<')) return 'un';
  if (/^[[{]/.test(head)) return /"rules"\s*:/.test(head) ? 'json' : 'misp';
  if (ending === 'txt') return 'txt';
  if (/^(?:name|rules)\s*:|^-\s+(?:id|query)\s*:/m.test(head)) return 'yaml';
  return /^[^\n]*\bquery\b[^\n]*[,;\t]|^[^\n]*[,;\t][^\n]*\bquery\b/i.test(head) ? 'csv' : 'txt';
}

/** Bytes as Base64, in pieces that no call stack minds. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  const piece = 0x8000;
  for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(binary);
}
