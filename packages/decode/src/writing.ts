const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const furtherPayload =
  /^(?:[A-Za-z0-9+/_-]{8,}={0,2}|(?:[0-9a-fA-F]{2}[ :]?){5,}|(?:[01]{8} ?){3,}|[.\-/ ]{12,}|.*(?:%[0-9A-Fa-f]{2}|&#x?[0-9A-Fa-f]+;|\\u[0-9A-Fa-f]{4}){2}.*)$/u;

/** Bytes as UTF-8 text, if it is writing or looks like a further payload. */
export function payloadText(bytes: Uint8Array): { text: string; packed: boolean } | undefined {
  const text = utf8Text(bytes);
  if (text === undefined) return undefined;
  if (isWritten(text)) return { text, packed: false };
  return furtherPayload.test(text) ? { text, packed: true } : undefined;
}

/** Bytes as UTF-8 text if it is text that somebody wrote, `undefined` otherwise. */
export function textOf(bytes: Uint8Array): string | undefined {
  const text = utf8Text(bytes);
  return text !== undefined && isWritten(text) ? text : undefined;
}

function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    // Not UTF-8, so not text: the decoder has no way to say so but to throw.
    return undefined;
  }
}

/**
 * Whether characters are writing rather than chance: nearly all letters, blanks and common punctuation, in words, and
 * not a mix of scripts.
 */
export function isWritten(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what tells chance from writing
  if (text.length < 3 || /[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\ufff0-\uffff]/u.test(text)) return false;
  const points = Array.from(text);
  const letters = points.filter((point) => /[\p{L}\p{M}]/u.test(point)).length;
  const fitting = points.filter((point) =>
    /[\p{L}\p{M}\p{N}\s.,;:!?'"()\-’…/@#]|\p{Extended_Pictographic}|\u200d|\ufe0f/u.test(point),
  ).length;
  if (fitting < points.length * 0.92 || letters < points.length * 0.6) return false;
  if (/^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(text)) {
    const upperInside = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
    return upperInside * 8 <= letters && /[aeiouyàâäéèêëïîôöùûüáíóú]/iu.test(text);
  }
  const scripts = [
    /\p{Script=Latin}/u,
    /\p{Script=Arabic}/u,
    /\p{Script=Cyrillic}/u,
    /\p{Script=Hebrew}/u,
    /\p{Script=Greek}/u,
    /\p{Script=Tifinagh}/u,
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u,
  ];
  const present = scripts.filter((script) => script.test(text)).length;
  return present >= 1 && present <= 2;
}
