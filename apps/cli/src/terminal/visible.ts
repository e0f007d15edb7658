/**
 * Text of strangers on a terminal: control characters, escape sequences and direction marks become visible, so that a
 * file name or post cannot move the cursor, change colours or turn the line around. Line ends too: one message, one line.
 * @example visible('a\u001b[31mb') // 'a\\u{1b}[31mb'
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
