import { decodeText } from '../html/charset.js';
import { readJsonFeed } from './json-feed.js';
import type { RawFeed } from './raw-feed.js';
import { readXmlFeed } from './read-xml.js';

/** What is known of a document from outside. */
export interface DocumentFacts {
  /** Content-Type header of the answer */
  readonly contentType?: string | undefined;
  /** address that relative addresses are resolved against */
  readonly baseUrl?: string | undefined;
}

/**
 * Reads the bytes of a feed in any format and charset. Never throws: what is no feed gives undefined.
 * @example readFeed(await readFile('feed.xml'))?.entries.length
 */
export function readFeed(bytes: Uint8Array, facts: DocumentFacts = {}): RawFeed | undefined {
  const { text } = decodeText(bytes, { contentType: facts.contentType, format: 'xml' });
  const first = text.slice(0, 1024).trimStart()[0];
  if (first === '{' || first === '[') {
    const json = readJsonFeed(text, facts.baseUrl);
    if (json !== undefined) return json;
  }
  return readXmlFeed(text, facts.baseUrl);
}
