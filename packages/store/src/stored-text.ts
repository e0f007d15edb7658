// oxlint-disable-next-line no-control-regex -- PostgreSQL text cannot hold U+0000, and this is where it is taken out
const unstorable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/**
 * A string that a text column can hold: U+0000 and halves of surrogate pairs become U+FFFD, one for one. Whole Items are
 * kept as JSON, which escapes them, so nothing of an Item is lost.
 */
export function storable(text: string): string {
  return text.replace(unstorable, '\uFFFD');
}

/** @see storable */
export function storableOrNull(text: string | undefined): string | null {
  return text === undefined ? null : storable(text);
}
