/** A token of a text that may be a word written with signs. */
export interface Token {
  /** Small letters and signs. */
  readonly small: string;
  readonly written: string;
  readonly start: number;
  /** Whether several signs in a row may draw a letter. */
  readonly drawn: boolean;
}

const chunkPattern = /\S+/gu;
/** Addresses, mail, paths, handles, variables, markup: nobody hides words in them. */
const name =
  /:\/\/|www\.|^@|^\/[\p{L}\d]|^~?\/|^[a-z]:\\|\p{L}{2}@\p{L}+\.|^<\/?[a-z!]|[\p{L}\d]_[\p{L}\d]|=["'\p{L}\d]|^--?[a-z]|\.[a-z]{1,4}\d?(?:[)"'\],:;]*$|[:/?#])|^\$\{?[A-Z_]+\b|^&[#\w]+;/iu;
const drawnSigns =
  /\|[-<{(>)\]*°=_\\v~]|\/\\|\\\/|\/-[\\/]|\(_\)|_\||\(\)|\[\]|\[\)|<>|><|\}\{|\]-\[|\)-\(|['`]\/|\\_\//u;
const part = /[\p{Script=Latin}\p{M}0-9@$!|€£¡¢¥§µ\u03bc+(<{[#^]+/gu;
const openingSigns = /^[!¡|+(<{[#^§]+/u;
const closingSigns = /[!¡|+(<{[#^£¥¢§@]+$/u;
const aroundDrawn = /^["'“‘«(]+(?=\p{L})|(?<=[\p{L}\d])["'”’»),.;:!?]+$/gu;

/** Words with at least one digit or sign among or instead of letters, in order. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (;;) {
    const sign = nextSign(text, from);
    if (sign < 0) return tokens;
    // Most words have no such sign: only the others are cut out.
    chunkPattern.lastIndex = chunkStart(text, sign, from);
    const chunk = chunkPattern.exec(text);
    if (chunk === null) return tokens;
    const { 0: whole, index } = chunk;
    from = index + whole.length;
    // Longer chunks are data, not words.
    if (whole.length > 200 || !/[^\p{L}\p{M}.,;:?'"’”“…-]/u.test(whole) || name.test(whole)) continue;
    if (drawnSigns.test(whole) && whole.length <= 60) tokens.push(drawnToken(whole, index));
    tokens.push(...partsOf(whole, index));
  }
}

/** Every token has one of these. */
const anySign = /[0-9@$!|€£¡¢¥§µ\u03bc+(<{[#^/\\)\]}>*=_~°]/g;

function nextSign(text: string, from: number): number {
  anySign.lastIndex = from;
  return anySign.exec(text)?.index ?? -1;
}

function chunkStart(text: string, sign: number, least: number): number {
  let start = sign;
  while (start > least && !blank.test(text.charAt(start - 1))) start -= 1;
  return start;
}

const blank = /^\s$/;

function drawnToken(whole: string, start: number): Token {
  const written = whole.replace(aroundDrawn, '');
  const from = written === '' ? 0 : whole.indexOf(written);
  return { small: lower(written), written, start: start + from, drawn: true };
}

function partsOf(whole: string, start: number): readonly Token[] {
  const found: Token[] = [];
  for (const match of whole.matchAll(part)) {
    const opened = match[0].replace(openingSigns, '');
    const written = opened.replace(closingSigns, '');
    const from = start + match.index + match[0].length - opened.length;
    if (written.length > 40 || !/[^\p{L}\p{M}]/u.test(written)) continue;
    // Part of a number, a version, a time or a price: 1.5k, 10:30h, 3,5kg; of a tag.
    const around = `${whole.charAt(match.index - 1)}${written}`;
    if (/^[.,:]\d/u.test(around) && /\d[.,:]$/u.test(whole.slice(0, match.index))) continue;
    if (match[0].startsWith('#') && match.index === 0 && /\d$|^[\da-f]{3,8}$/iu.test(written)) continue;
    found.push({ small: lower(written), written, start: from, drawn: false });
  }
  return found;
}

/** Small letters, unit by unit. */
function lower(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}
