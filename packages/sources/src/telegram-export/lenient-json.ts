/**
 * Parses JSON that may hold raw control characters inside strings: Telegram writes them as they are (a vertical tab in a
 * message). They stay in the text. Throws `SyntaxError` for everything else that is no JSON.
 */
export function parseLenientJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(escapeControls(text));
  }
}

function escapeControls(text: string): string {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/gsu, (string) =>
    string.replace(
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      /[\u0000-\u001f]/gu,
      (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    ),
  );
}
