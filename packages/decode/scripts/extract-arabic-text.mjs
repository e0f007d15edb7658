/**
 * Prints the Arabic strings of translations, one a line, each once: the running text for make-arabic-words.mjs.
 * Strings with letters of Persian, Urdu, Kurdish, Uyghur or Pashto are left out.
 *
 * Usage: node scripts/extract-arabic-text.mjs PATH... > DIR/text/NAME.txt
 * Reads, in the folders and files named: Chromium's `ar*.pak`, gettext's `.mo`, Mozilla's `.xpi`, Android's `.apk`, and
 * strings in `.json`, `.js`, `.mjs` and `.ts`. Which packages they are from: training/arabic/NOTICE.md. Needs `unzip`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const arabic = /[\u0621-\u064a]{2}/u;
const otherLanguage =
  /[\u0679\u067e\u0681\u0685\u0686\u0688\u0691\u0693\u0695\u069a\u06a9\u06af\u06b5\u06ba\u06be\u06c1\u06c6\u06cc\u06d0\u06d2\u06d5]/u;
const direction = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** What stands for something else in a message: tags, entities, variables. */
const placeholder = /<[^>]*>|&\w+;?|\{[^{}]*\}|%\w|\$\w+|\\n/gu;
const largest = 2 ** 30;

const strings = new Set();

function add(string) {
  const text = string.replace(direction, '').replace(placeholder, ' ').replace(/\s+/gu, ' ').trim();
  if (arabic.test(text) && !otherLanguage.test(text)) strings.add(text);
}

/** Chromium's data pack, versions 4 and 5: a table of offsets, then the strings. */
function readPak(bytes) {
  const isNew = bytes.readUInt32LE(0) === 5;
  const count = isNew ? bytes.readUInt16LE(8) : bytes.readUInt32LE(4);
  const encoding = bytes.readUInt8(isNew ? 4 : 8) === 2 ? 'utf16le' : 'utf8';
  const table = isNew ? 12 : 9;
  for (let index = 0; index < count; index += 1) {
    const start = bytes.readUInt32LE(table + index * 6 + 2);
    const end = bytes.readUInt32LE(table + (index + 1) * 6 + 2);
    add(bytes.subarray(start, end).toString(encoding));
  }
}

/** A compiled gettext catalogue: number of strings, then a table of lengths and offsets of the translations. */
function readMo(bytes) {
  const count = bytes.readUInt32LE(8);
  const table = bytes.readUInt32LE(16);
  for (let index = 0; index < count; index += 1) {
    const length = bytes.readUInt32LE(table + index * 8);
    const start = bytes.readUInt32LE(table + index * 8 + 4);
    for (const plural of bytes
      .subarray(start, start + length)
      .toString('utf8')
      .split('\0'))
      add(plural);
  }
}

/** The string pool of Android's compiled resources, all languages together. */
function readResources(bytes) {
  const pool = 12;
  const count = bytes.readUInt32LE(pool + 8);
  const isUtf8 = (bytes.readUInt32LE(pool + 16) & 256) !== 0;
  const start = pool + bytes.readUInt32LE(pool + 20);
  for (let index = 0; index < count; index += 1) {
    let at = start + bytes.readUInt32LE(pool + 28 + index * 4);
    const short = () => {
      const first = bytes[at++] ?? 0;
      return first & 128 ? ((first & 127) << 8) | (bytes[at++] ?? 0) : first;
    };
    if (isUtf8) {
      // The length in UTF-16 units comes first, then the one in bytes.
      short();
      const length = short();
      add(bytes.subarray(at, at + length).toString('utf8'));
    } else {
      let length = bytes.readUInt16LE(at);
      at += 2;
      if (length & 0x8000) {
        length = ((length & 0x7fff) << 16) | bytes.readUInt16LE(at);
        at += 2;
      }
      add(bytes.subarray(at, at + length * 2).toString('utf16le'));
    }
  }
}

/** Mozilla's language pack: messages in the formats of Fluent, properties and DTD, one a line. */
function readLanguagePack(file) {
  const names = execFileSync('unzip', ['-Z1', file], { maxBuffer: largest }).toString().split('\n');
  for (const name of names) {
    if (!/\.(?:ftl|properties|dtd|ini|json)$/u.test(name)) continue;
    for (const line of inZip(file, name).toString('utf8').split('\n')) {
      add(line.replace(/^[\w.-]+\s*=\s*/u, '').replace(/<!ENTITY \S+/u, ''));
    }
  }
}

/** String literals of program text. */
function readLiterals(text) {
  for (const [, double, single] of text.matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/gu)) {
    add((double ?? single).replace(/\\u([0-9a-f]{4})/giu, (_, code) => String.fromCharCode(Number.parseInt(code, 16))));
  }
}

function inZip(file, name) {
  return execFileSync('unzip', ['-p', file, name], { maxBuffer: largest });
}

function read(path) {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) read(join(path, name));
  else if (/ar[^/]*\.pak$/u.test(path)) readPak(readFileSync(path));
  else if (path.endsWith('.mo')) readMo(readFileSync(path));
  else if (path.endsWith('.apk')) readResources(inZip(path, 'resources.arsc'));
  else if (path.endsWith('.xpi')) readLanguagePack(path);
  else if (/\.(?:json|[mc]?js|ts)$/u.test(path)) readLiterals(readFileSync(path, 'utf8'));
}

for (const path of process.argv.slice(2)) read(path);
process.stdout.write(`${[...strings].join('\n')}\n`);
