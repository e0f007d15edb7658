/**
 * A JSON value of text or bytes (UTF-8); undefined where there are none, or where they are no JSON: the caller rejects
 * those with their place.
 * @example parseJson('{"a":1}') // { a: 1 }
 */
export function parseJson(json: string | Uint8Array | undefined): unknown {
  if (json === undefined) return undefined;
  const text = typeof json === 'string' ? json : Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
