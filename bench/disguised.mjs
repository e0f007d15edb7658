import { makePosts } from './corpus.mjs';

const sentence = 'the grey gate is open for all of you tonight';
const lookAlike = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с' };
const digits = { a: '4', e: '3', o: '0', i: '1' };

/** One way for each family of disguise. @type {readonly ((text: string) => string)[]} */
const ways = [
  (text) => text.replace(/[aeopc]/g, (letter) => lookAlike[letter]),
  (text) => text.replace(/[aeoi]/g, (letter) => digits[letter]),
  (text) => text.replace(/(\w)(?=\w)/g, '$1\u200b'),
  (text) => text.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a - 97 + letter.charCodeAt(0))),
  (text) => text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/\w+/g, (word) => Array.from(word).join(' ')),
  (text) => Buffer.from(text).toString('base64'),
  (text) => text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97)),
  (text) => Array.from(text).reverse().join(''),
];

/**
 * Lines of a stream of posts as `{"id", "text"}`, one in 500 hidden; the hidden ones all say the same sentence.
 * @param {number} count
 * @param {(text: string, id: string) => unknown} [shape] what a line is
 * @returns {string[]}
 */
export function makeLines(count, shape = (text, id) => ({ id, text })) {
  return makePosts(count).map(({ id, text }, index) => {
    const way = index % 500 === 0 ? ways[(index / 500) % ways.length] : undefined;
    return JSON.stringify(shape(way === undefined ? text : way(sentence), id));
  });
}

/** Whether a line that `vedette decode` printed says what was hidden. @param {string} line */
export function isRecovered(line) {
  const { plain, readings } = JSON.parse(line);
  return [plain, ...readings.slice(0, 5).map(({ text }) => text)].includes(sentence);
}

/** A line as a public stream sends it, 749 bytes on average. @param {string} text @param {string} id */
export function streamLine(text, id) {
  return {
    did: `did:plc:${id.padStart(24, 'x')}`,
    time_us: 1_735_689_600_000_000,
    kind: 'commit',
    commit: {
      rev: '3lexample2222',
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: id,
      record: { $type: 'app.bsky.feed.post', createdAt: '2026-01-01T00:00:00.000Z', langs: ['en'], text },
      cid: 'bafyrei'.padEnd(59, 'y'),
    },
    filler: ''.padEnd(170, 'z'),
  };
}
