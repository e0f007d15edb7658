/**
 * Parses JSON as Telegram writes it: control characters inside strings stand raw or as `\x0B`, neither of which is JSON (a
 * vertical tab in a message). They stay in the text. Throws `SyntaxError` for everything else that is no JSON.
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
    string
      .replace(/\\(?:x([0-9a-f]{2})|.)/gisu, (escape, code?: string) => (code === undefined ? escape : `\\u00${code}`))
      .replace(
        // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
        /[\u0000-\u001f]/gu,
        (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
      ),
  );
}
