import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.js';
import { useScratch } from './scratch.js';

const { put } = useScratch();

const list = `rules:
  - {id: phrase, query: '"grey gate"'}
  - {id: word, query: lantern -museum}
  - {id: tag, query: '#NorthWind'}
  - {id: language, query: wind, lang: [en]}
  - {id: regex, query: '/h[ae]rbou?r/'}
  - {id: title, query: 'title:tower'}
`;
const fields = `${list}  - {id: from, query: 'from:someone tower'}\n`;

/** Lines of every kind: found, cleared, disguised, unusual, damaged. */
const lines: readonly (string | Buffer)[] = [
  '{"id":"a","text":"the grey gate"}',
  '{"id":"b","text":"nothing here"}',
  '{"text":"The GREY, gate"}',
  '',
  '   ',
  '{"id":7,"text":"gr3y g4te and l4ntern"}',
  '{"id":"c","text":"#NorthWind blows","lang":"fr"}',
  '{"id":"d","text":"wind","lang":"fr"}',
  '{"id":"e","text":"wind","lang":"en-GB"}',
  String.raw`{"id":"f","te\u0078t":"grey gate"}`,
  String.raw`{"id":"g","text":"gr\u0065y\ngate"}`,
  '{"id":"h","text":"grey","text":"grey gate"}',
  '{"id":"i","text":"grey gate","text":"no"}',
  '{"id":"j","more":{"text":"grey gate"},"text":"no"}',
  '{"id":"k","title":"the tower","text":"no"}',
  '{"id":"l","title":null,"text":"grey gate"}',
  '{"id":"m","text":null}',
  '{"id":"n","text":["grey gate"]}',
  '{"id":"o"}',
  '["grey gate"]',
  '{"id":"p","text":"grey gate"',
  '{"id":"q","text":"grey gate"}}',
  '{"id":"r","text":"grey\tgate"}',
  Buffer.from([0x7b, 0x22, 0x74, 0x65, 0x78, 0x74, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]),
  '{"id":"s","text":"the old harbour","author":{"handle":"someone"}}\r',
  '{"id":"t","text":"a tower","author":{"handle":"@someone"}}',
  '{"id":"u","nativeId":"u","kind":"post","source":{"kind":"ndjson","id":"x"},"text":"grey gate"}',
  '{"id":"v","nativeId":"v","kind":"nonsense","source":{"kind":"ndjson","id":"x"},"text":"grey gate"}',
  '{"id":"w","text":"grey\u200b gate 🔥 lan\u0301tern"}',
  '{"id":"x","text":"ZXZlcnkgZ3JleSBnYXRlIG9wZW5z"}',
  '{"text":"lanterrrrrn"}',
];
const content = Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\n')])));

function named(text: string): string {
  return text.replaceAll(/(?:lines\.ndjson(?:\.gz)?(?:\/lines\.ndjson)?)(?=[:"])/gu, 'FILE');
}

/** What a call says of the lines, wherever they came from. */
async function said(file: string, flags: readonly string[]): Promise<Record<string, unknown>> {
  const { status, stdout, stderr } = await cli(['match', file, ...flags]);
  return { status, stdout: named(stdout), stderr: named(stderr) };
}

describe('lines of JSON', () => {
  for (const [name, rules, ...flags] of [
    ['with terms', list],
    ['with conditions on fields', fields],
    ['with every line asked for', list, '--all'],
    ['with whole Items', list, '--items'],
    ['with a text path', list, '--text-path', 'more.text'],
  ] as const) {
    it(`say the same when they are cleared from bytes as when each is read: ${name}`, async () => {
      const watchlist = put('list.yaml', rules);
      const options = [...flags, '--watchlist', watchlist];
      const fast = await said(put('lines.ndjson', content), options);
      // What is packed is read line by line, as every other source.
      expect(fast).toEqual(await said(put('lines.ndjson.gz', gzipSync(content)), options));
      expect(fast['stdout']).not.toBe('');
    }, 60_000);
  }

  it('may be longer than a piece of a file', async () => {
    const watchlist = put('list.yaml', list);
    const long = JSON.stringify({ id: 'long', text: `${'and so on '.repeat(300_000)}the grey gate` });
    const short = '{"id":"a","text":"grey gate"}';
    const file = put('lines.ndjson', `${short}\n${short}\n${long}\n${short}`);
    const { lines: found } = await cli(['match', file, '--watchlist', watchlist]);
    expect(found.map((line) => line['item'])).toEqual(['a', 'a', 'long', 'a']);
  }, 60_000);
});
