/** Words before or after a name that are not part of it. */
const lead = /^(?:(?:formerly|previously|now|also)(?: (?:known|listed) as)?|a\.?k\.?a\.?|f\.?k\.?a\.?)[\s:]+/iu;
const quotes = /["“”„‟«»＂〝〞″]/gu;

/**
 * The names that one entry of a list holds: parts between semicolons or free-standing slashes, and an acronym in brackets
 * beside its name. Other brackets belong to the name.
 * @example
 * namesIn('GREY GATE MOVEMENT (GGM) ; NORTH LANTERN'); // ['GREY GATE MOVEMENT', 'GGM', 'NORTH LANTERN']
 */
export function namesIn(entry: string): readonly string[] {
  const names: string[] = [];
  for (const part of entry.split(/\s*;\s*|\s+\/\s+|\s*[\n\r]+\s*/u)) {
    const acronym = /^(.+?)\s*\(([\p{Lu}\p{Ll}\d]{2,8}(?:-[\p{Lu}\d]{1,3})?)\)\s*$/u.exec(part);
    const given =
      acronym !== null && isAcronym(acronym[2] ?? '', acronym[1] ?? '') ? [acronym[1] ?? '', acronym[2] ?? ''] : [part];
    for (const name of given) {
      const plain = name
        .replace(quotes, ' ')
        .replace(/[*?~]/gu, ' ')
        .replace(lead, '')
        .replace(/\s+/gu, ' ')
        .replace(/^[\s,.;:/-]+|[\s,;:/-]+$/gu, '');
      if (/[\p{L}\p{N}]/u.test(plain)) names.push(plain);
    }
  }
  return names;
}

/** Letters of an acronym stand in the name in this order; a country in brackets does not. */
function isAcronym(letters: string, name: string): boolean {
  if (!/\p{Lu}.*\p{Lu}/u.test(letters)) return false;
  const wanted = Array.from(letters.toLowerCase().replace(/[^\p{L}]/gu, ''));
  const initials = name.toLowerCase();
  let at = 0;
  for (const letter of wanted) {
    at = initials.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return wanted.length <= 6;
}
