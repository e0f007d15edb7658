import iconv from 'iconv-lite';
import chardet from 'chardet';
import { beginsInEbcdic, decodeEbcdic } from './ebcdic.js';

/** What surrounds the bytes: the Content-Type header of the answer, where there was one. */
export interface CharsetHints {
  readonly contentType?: string | undefined;
  /** `xml` reads the XML declaration, `html` the meta elements */
  readonly format: 'xml' | 'html';
}

/** Text of a document and the charset it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly charset: string;
  /** characters that could not be read became U+FFFD */
  readonly damaged: boolean;
}

const replacement = '\uFFFD';

/** Labels that publishers write and that mean more than they say. */
const labelAliases: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'latin-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'gb-2312-80': 'gb18030',
  'euc-kr': 'cp949',
  'ks-c-5601-1987': 'cp949',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  'shift-jis': 'cp932',
  sjis: 'cp932',
  'x-sjis': 'cp932',
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'iso-10646-ucs-2': 'utf-16',
  'ucs-2': 'utf-16',
  csucs4: 'utf-32',
  'ucs-4': 'utf-32',
  'iso-10646-ucs-4': 'utf-32',
  'x-mac-roman': 'macroman',
  macintosh: 'macroman',
  mac: 'macroman',
  maclatin2: 'maccenteuro',
  'mac-latin2': 'maccenteuro',
  'x-mac-ce': 'maccenteuro',
  ptcp154: 'pt154',
  csptcp154: 'pt154',
  cp154: 'pt154',
  'cyrillic-asian': 'pt154',
  kz1048: 'rk1048',
  'kz-1048': 'rk1048',
  uhc: 'cp949',
  ksx1001: 'cp949',
  'ks-x-1001': 'cp949',
  ujis: 'euc-jp',
  'u-jis': 'euc-jp',
  'gb18030-2000': 'gb18030',
  'eucgb2312-cn': 'gb18030',
  'iso2022-jp': 'iso-2022-jp',
  iso2022jp: 'iso-2022-jp',
  'iso2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'cp-is': 'cp861',
  ruscii: 'cp1125',
  cp866u: 'cp1125',
  'hp-roman8': 'hproman8',
  cp1051: 'hproman8',
  'tis-620-2529-0': 'windows-874',
  u7: 'utf-7',
};

function canonicalLabel(label: string): string {
  // python and others write underscores, and name the year of an ISO standard
  const lower = label
    .trim()
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^(iso-?8859-\d{1,2})[-:](?:19|20)\d\d$/, '$1');
  return Object.hasOwn(labelAliases, lower) ? (labelAliases[lower] ?? lower) : lower;
}

/** The charset parameter of a Content-Type header. */
function charsetOfContentType(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1];
}

function markedCharset(bytes: Uint8Array): { charset: string; skip: number } | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', skip: 3 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', skip: 4 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { charset: 'utf-32le', skip: 4 };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', skip: 2 };
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', skip: 2 };
  // no mark, but the zero bytes around a first '<' tell (XML 1.0, appendix F)
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return { charset: 'utf-32be', skip: 0 };
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return { charset: 'utf-32le', skip: 0 };
  if (a === 0 && b === 0x3c && c === 0) return { charset: 'utf-16be', skip: 0 };
  if (a === 0x3c && b === 0 && d === 0) return { charset: 'utf-16le', skip: 0 };
  return undefined;
}

function declaredCharset(bytes: Uint8Array, format: 'xml' | 'html'): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const xml = /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([^"'\s]+)\s*["']/i.exec(head)?.[1];
  if (xml !== undefined || format === 'xml') return xml;
  return /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // not UTF-8: the next candidate is tried
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  // the five positions that windows-1252 leaves open are read as Latin-1 controls, as browsers do
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'win1252');
  if (!text.includes(replacement)) return text;
  let out = '';
  for (let index = 0; index < text.length; index += 1) {
    out += text[index] === replacement ? String.fromCharCode(bytes[index] ?? 0) : (text[index] ?? '');
  }
  return out;
}

function decodeAs(bytes: Uint8Array, charset: string): string | undefined {
  if (charset === 'utf-8') return strictUtf8(bytes);
  if (charset === 'us-ascii')
    return bytes.every((byte) => byte < 0x80) ? Buffer.from(bytes).toString('latin1') : undefined;
  if (charset === 'windows-1252') return decodeWindows1252(bytes);
  if (!iconv.encodingExists(charset)) return decodeAsBrowser(bytes, charset);
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset);
  return text.includes(replacement) ? undefined : text;
}

/** Charsets that iconv-lite lacks and Node's decoder has (ISO-2022-JP among them). */
function decodeAsBrowser(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // an unknown label, or bytes that are not in it: the next candidate is tried
  }
}

/** Bytes that are UTF-8 but for a few places: replacing those is better than reading all of it as something else. */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let bad = 0;
  let good = 0;
  for (const match of text.matchAll(/\uFFFD|[\u0080-\u{FFFC}\u{FFFE}-\u{10FFFF}]/gu)) {
    if (match[0] === replacement) bad += 1;
    else good += 1;
  }
  return good >= 4 * bad ? text : undefined;
}

function guessedCharset(bytes: Uint8Array): string | undefined {
  const [best] = chardet.analyse(bytes.subarray(0, 65_536));
  if (best === undefined || best.confidence < 50 || /^(utf|iso-8859-1$|ascii)/i.test(best.name)) return undefined;
  return canonicalLabel(best.name);
}

/**
 * Reads the bytes of a feed or a web page: byte order mark, then the header's charset, then the document's own
 * declaration, each only if the bytes really are in it; then UTF-8, a statistical guess, and windows-1252, in which every
 * byte has a meaning. RFC 3023 and the WHATWG encoding labels, made tolerant.
 * @example decodeText(Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>…', 'latin1'), { format: 'xml' }).text
 */
export function decodeText(bytes: Uint8Array, hints: CharsetHints): DecodedText {
  const marked = markedCharset(bytes);
  if (marked !== undefined) {
    const rest = bytes.subarray(marked.skip);
    const text = decodeAs(rest, marked.charset);
    if (text !== undefined) return { text: withoutMark(text), charset: marked.charset, damaged: false };
    if (marked.charset !== 'utf-8') {
      const damaged = iconv.decode(Buffer.from(rest), marked.charset);
      return { text: withoutMark(damaged), charset: marked.charset, damaged: true };
    }
  }
  if (beginsInEbcdic(bytes)) return { ...decodeEbcdic(bytes), damaged: false };
  const wide = /^(utf-?(16|32)|ucs)/;
  const stated = [charsetOfContentType(hints.contentType), declaredCharset(bytes, hints.format)]
    .filter((label) => label !== undefined)
    .map(canonicalLabel)
    // the declaration itself was read byte by byte, so the document cannot be in a two-byte charset
    .filter((label) => !wide.test(label));
  for (const charset of stated) {
    const text = decodeAs(bytes, charset);
    if (text !== undefined) return { text: withoutMark(text), charset, damaged: false };
  }
  const plain = strictUtf8(bytes);
  if (plain !== undefined) return { text: withoutMark(plain), charset: 'utf-8', damaged: false };
  const near = mostlyUtf8(bytes);
  if (near !== undefined) return { text: withoutMark(near), charset: 'utf-8', damaged: true };
  for (const charset of stated) {
    // a stated many-byte charset with a few bad places still says more than a guess
    if (charset === 'utf-8' || charset === 'us-ascii' || !iconv.encodingExists(charset)) continue;
    return { text: iconv.decode(Buffer.from(bytes), charset), charset, damaged: true };
  }
  const guess = guessedCharset(bytes);
  const guessed = guess === undefined ? undefined : decodeAs(bytes, guess);
  if (guess !== undefined && guessed !== undefined) return { text: guessed, charset: guess, damaged: false };
  return { text: decodeWindows1252(bytes), charset: 'windows-1252', damaged: false };
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
