import type { Detection, FileInput, ReadOptions, ReadResult } from '../definition.js';
import { firstElement } from '../feed/detect.js';
import { decodeText } from '../html/charset.js';
import { readWhole } from '../html/whole-file.js';
import { readPage } from './normalize.js';

/** Bytes of one page; longer ones are refused by name. */
const maxPageBytes = 16 * 1024 * 1024;

const htmlElements = new Set([
  'html',
  'head',
  'body',
  'title',
  'meta',
  'link',
  'p',
  'div',
  'article',
  'main',
  'section',
  'h1',
  'table',
  'script',
  'style',
  'header',
]);

/** How sure the beginning of a file is a web page. Another kind that knows its own HTML (an export) says so more surely. */
export function detectPage(file: FileInput): Detection {
  const { text } = decodeText(file.head, { format: 'html' });
  const name = firstElement(text.trimStart());
  const named = /\.(?:x?html?|mhtml)$/i.test(file.name);
  if (name === 'html' || /^\s*<!doctype html/i.test(text)) return named ? 0.7 : 0.5;
  return named && (name === undefined || htmlElements.has(name) || text.includes('<')) ? 0.4 : 0;
}

/** Reads one saved page into one Item. */
export async function* readPageFile(file: FileInput, options: ReadOptions): AsyncIterable<ReadResult> {
  const whole = await readWhole(file, maxPageBytes);
  if ('tooLong' in whole) {
    yield {
      rejected: {
        where: file.name,
        reason: `a web page of more than ${maxPageBytes / 1_048_576} MB is not read`,
        sample: '',
      },
    };
    return;
  }
  const { text } = decodeText(whole.bytes, { contentType: options.contentType, format: 'html' });
  const item =
    text.trim() === ''
      ? undefined
      : readPage(text, { address: options.baseUrl, zone: options.zone, raw: options.raw, file: file.name });
  if (item === undefined) {
    yield {
      rejected: {
        where: file.name,
        reason: text.trim() === '' ? 'the file is empty' : 'no article: no title and no text was found',
        sample: text.slice(0, 200),
      },
    };
    return;
  }
  yield { item };
}
