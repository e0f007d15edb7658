import type { FileInput, ReadOptions, ReadResult } from '../definition.js';
import { decodeText } from '../html/charset.js';
import { readWhole } from '../html/whole-file.js';
import { firstElement } from './detect.js';
import { linkedFeeds } from './linked-feeds.js';
import { itemOf, sourceOf } from './normalize.js';
import { readFeed, type DocumentFacts } from './read-feed.js';

/** Bytes of one feed file; longer ones are refused by name. */
const maxFeedFileBytes = 192 * 1024 * 1024;

/** Reads one feed file into Items, in the order of the feed, and names what could not be read. */
export async function* readFeedFile(file: FileInput, options: ReadOptions): AsyncIterable<ReadResult> {
  const whole = await readWhole(file, maxFeedFileBytes);
  if ('tooLong' in whole) {
    yield {
      rejected: {
        where: file.name,
        reason: `a feed file of more than ${maxFeedFileBytes / 1_048_576} MB is not read`,
        sample: '',
      },
    };
    return;
  }
  const feed = readFeed(whole.bytes, { contentType: options.contentType, baseUrl: options.baseUrl });
  if (feed === undefined) {
    yield { rejected: { where: file.name, ...whyNoFeed(whole.bytes, options) } };
    return;
  }
  const normalizeOptions = { zone: options.zone, raw: options.raw, file: file.name, address: options.baseUrl };
  const source = sourceOf(feed, normalizeOptions);
  for (const entry of feed.entries) yield { item: itemOf(entry, source, normalizeOptions) };
  for (const { place, reason, sample } of feed.damage) {
    yield { rejected: { where: place === '' ? file.name : `${file.name}: ${place}`, reason, sample } };
  }
}

/** Why bytes are no feed, in words that help. */
export function whyNoFeed(bytes: Uint8Array, facts: DocumentFacts): { reason: string; sample: string } {
  const { text } = decodeText(bytes, { contentType: facts.contentType, format: 'html' });
  const sample = text.slice(0, 200);
  if (text.trim() === '') return { reason: 'the file is empty', sample };
  if (firstElement(text.slice(0, 65_536)) === 'html') {
    const offered = linkedFeeds(text, facts.baseUrl).map((feed) => feed.url);
    const offer =
      offered.length === 0 ? 'it names no feed' : `read the feed that it points to: ${offered.slice(0, 3).join(', ')}`;
    return { reason: `a web page, not a feed; ${offer}`, sample };
  }
  return { reason: 'not a feed: no RSS, RDF, Atom or JSON Feed element found', sample };
}
