/** What could be read of a JSON feed that is no JSON, and what is wrong with it (undefined where nothing is lost). */
export interface RepairedJson {
  readonly feed: unknown;
  readonly reason: string | undefined;
}

/**
 * Reads a JSON feed that breaks the format: `NaN` for a number, or a body that stops half-way, whose whole items are kept.
 * Undefined where the text does not look like a JSON feed at all.
 */
export function repairJsonFeed(text: string, error: unknown): RepairedJson | undefined {
  if (!/"(?:items|version)"\s*:/.test(text.slice(0, 65_536))) return undefined;
  const whole = withoutNumbersThatAreNone(text);
  if (whole !== undefined) return { feed: whole, reason: undefined };
  const words = error instanceof Error ? error.message : String(error);
  return { feed: wholeItems(text), reason: `not whole JSON (${words}); the complete items are read` };
}

/** The head and the complete items of JSON that breaks off: each object of `items` that closes is parsed on its own. */
function wholeItems(text: string): object {
  const start = /"items"\s*:\s*\[/.exec(text);
  if (start === null) return { version: 'https://jsonfeed.org/version/1', items: [] };
  const items: unknown[] = [];
  let depth = 0;
  let from = -1;
  let inString = false;
  for (let index = start.index + start[0].length; index < text.length; index += 1) {
    const char = text[index];
    if (inString) {
      if (char === '\\') index += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      if (depth === 0) from = index;
      depth += 1;
    } else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth < 0) break;
      if (depth === 0) items.push(parsedOrNothing(text.slice(from, index + 1)));
    }
  }
  const head = parsedOrNothing(`${text.slice(0, start.index)}"items":[]}`);
  return { ...(typeof head === 'object' ? head : {}), items: items.filter((item) => item !== undefined) };
}

const notNumbers = /-?(?:NaN|Infinity)\b/y;

/** Some programs write `NaN` and `Infinity`, which JSON does not know: they are read as words. Linear in the length. */
function withoutNumbersThatAreNone(text: string): unknown {
  if (!/NaN|Infinity/.test(text)) return undefined;
  const pieces: string[] = [];
  let kept = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (inString && char === '\\') index += 1;
    else if (char === '"') inString = !inString;
    else if (!inString && (char === 'N' || char === 'I' || char === '-')) {
      notNumbers.lastIndex = index;
      const word = notNumbers.exec(text)?.[0];
      if (word === undefined) continue;
      pieces.push(text.slice(kept, index), `"${word}"`);
      kept = index + word.length;
      index = kept - 1;
    }
  }
  return kept === 0 ? undefined : parsedOrNothing(pieces.join('') + text.slice(kept));
}

function parsedOrNothing(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // this piece is broken too; the caller already reports the damage
  }
}
