import type { PayloadReader } from './payload-reader.js';
import { base32Reader } from './transforms/base32/reader.js';
import { base64Reader } from './transforms/base64/reader.js';
import { binaryReader } from './transforms/binary/reader.js';
import { hexReader } from './transforms/hex/reader.js';
import { htmlEntityReader } from './transforms/html-entity/reader.js';
import { morseReader } from './transforms/morse/reader.js';
import { percentReader } from './transforms/percent/reader.js';
import { quotedPrintableReader } from './transforms/percent-quoted-printable/reader.js';
import { punycodeReader } from './transforms/punycode/reader.js';
import { codeNumberReader } from './transforms/unicode-escape-numbers/reader.js';
import { unicodeEscapeReader } from './transforms/unicode-escape/reader.js';

/** What a payload is looked through for, from the strictest to the loosest. */
export const payloadReaders: readonly PayloadReader[] = [
  binaryReader,
  hexReader,
  base32Reader,
  base64Reader,
  percentReader,
  quotedPrintableReader,
  htmlEntityReader,
  unicodeEscapeReader,
  codeNumberReader,
  punycodeReader,
  morseReader,
];
