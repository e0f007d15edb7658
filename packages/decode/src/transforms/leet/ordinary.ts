/** Ordinary words with a digit inside that would read as others. */
const words = new Set(
  'a11y i18n l10n g11n k8s e2e b2b b2c p2p h2o co2 r2d2 c3po c4 w3c w3 mp3 mp4 m4a m4v m3u 3gp h264 x264 x86 x64 i386 i686 amd64 arm64 utf8 utf16 latin1 sha1 sha2 sha256 md5 base64 base32 crc32 win32 win64 int8 int32 int64 log4j neo4j d3 p5 es6 css3 html5 http2 web3 ipv4 ipv6 oauth2 s3 ec2 k9 u2 g7 g8 g20 a4 a3 b12 d3 h1n1 ps4 ps5 3d 2d 4k 5g 4g 3g rs232 r2 v8 m1 m2 t4 o2 h2 n2 ch4 so2 no2 7up 4chan 9gag 2pac u2f f2p l4d gr8 m8 l8r w8 h8 b4 2day 2nite 4ever 4u 101 24h 7j 1337 c3s r0 e10 e5'.split(
    ' ',
  ),
);
/** Numbers with a unit or an ending, products of numbers, chess moves, sizes: 10k 1st 4x4 30min 2e4 3in1 8bit. */
const measures =
  /^\d+(?:[.,]\d+)*(?:[a-z]{1,2}|[kmgt]?i?b(?:ps|it|yte)?s?|min|mins|sec|std|hrs?|kg|km[h²2]?|mph|kwh|mwh|ghz|mhz|khz|rpm|fps|dpi|ppm|pts?|pcs|eur|usd|gbp|chf|mm2?|cm2?|m2|m3|cl|ml|kcal|hp|ps|st|nd|rd|th|er|ers|ère|re|res|ème|èmes|eme|emes|de|des|ste|bis|ter|way|core|bit|bits|day|days|year|years|yrs?|am|pm|uhr|jahre|ans|x\d+|v\d+|in\d+|to\d+|[eè]|mal|fach|faches|er|ern|tel|mio|mrd|mln|uur|jaar|x|px|em|rem|vw|vh|ms|ns|µs|s|d|h|w|y|nm|a|b|c|f)$/u;
/** Letters, then a number: names of models, versions, rooms, seasons. */
const numbered = /^\p{L}+(?:\d{2,}|(?!(\d)\1\p{L})\d{2,}\p{L})$/u;
const hexadecimal = /^(?=[0-9a-f]*\d[0-9a-f]*\d)[0-9a-f]{6,}$/u;
const coded = /\d\p{L}\d\p{L}\d|\d{3}/u;

/** Both genders at once: tod@s, amig@. */
const inclusive = /^\p{L}+@s?$/u;

/** Whether a token is what people write every day with digits: a measure, a model, a code. */
export function isOrdinary(token: string): boolean {
  return words.has(token) || measures.test(token) || numbered.test(token) || inclusive.test(token);
}

/** Whether digits and letters take turns, or digits stand together, as in codes. */
export function isCode(token: string): boolean {
  return coded.test(token);
}

/** Whether a token may be a hash or a colour. */
export function isHexadecimal(token: string): boolean {
  return hexadecimal.test(token);
}
