/**
 * Undoes what exports of Facebook and Instagram do to text: each byte of its UTF-8 form was written as a character of its
 * own ("CafÃ©" for "Café"). A string that holds anything else, or whose bytes are no UTF-8, was written properly and
 * stays. Once only: a text that somebody broke before it was exported comes back as it was.
 * @example repairText('CafÃ©') // 'Café'
 */
export function repairText(text: string): string {
  if (!/[\u0080-\u00ff]/u.test(text) || /[^\p{ASCII}\u0080-\u00ff]/u.test(text)) return text;
  try {
    return decoder.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

// a byte order mark inside a text is a character of it
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Every string of a parsed value, keys of objects too, repaired. */
export function repairValue(value: unknown): unknown {
  if (typeof value === 'string') return repairText(value);
  if (Array.isArray(value)) return value.map(repairValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [repairText(key), repairValue(inner)]));
}
