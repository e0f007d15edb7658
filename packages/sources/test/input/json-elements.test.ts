import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/errors.js';
import { jsonElements, type JsonPath } from '../../src/input/json-elements.js';

async function* pieces(text: string, step: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

async function elements(text: string, path: string, step = 3, maxBytes = 1000): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  const visit = (at: JsonPath) => (at.join('.') === path ? 'take' : path.startsWith(at.join('.')) ? 'enter' : 'skip');
  for await (const event of jsonElements(pieces(text, step), visit, maxBytes)) {
    if (event.type === 'value') found.push(JSON.parse(event.bytes.toString('utf8')));
    if (event.type === 'too-long') found.push('too long');
  }
  return found;
}

describe('elements of an array inside a document', () => {
  it('are those that JSON.parse gives, in pieces of any size', async () => {
    const document = fc.record({ before: fc.jsonValue(), list: fc.array(fc.jsonValue()), after: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(document, fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 1), async (value, step, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const list: unknown = JSON.parse(JSON.stringify(value.list));
        expect(await elements(text, 'list.*', step, 10_000)).toEqual(list);
      }),
      { numRuns: 300 },
    );
  });

  it('that are too long are told, and the next is found', async () => {
    expect(await elements(`{"a":[1,"${'x'.repeat(50)}",{"b":"${'y'.repeat(50)}"},2]}`, 'a.*', 7, 20)).toEqual([
      1,
      'too long',
      'too long',
      2,
    ]);
  });

  it('that nest 100,000 deep cost no stack', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(await elements(`{"a":[${deep},1]}`, 'a.*', 4096, 1000)).toEqual(['too long', 1]);
  });
});

describe('a damaged document', () => {
  it.each([
    ['{"a":[1,2', /ends in the middle/u],
    ['{"a":[1 2]}', /comma is missing at byte 9/u],
    ['{"a" 1}', /colon is missing/u],
    ['{a:1}', /key is missing/u],
    ['{"a":[1}}', /bracket closes nothing/u],
    ['{"a":[1]} x', /something follows the end at byte 11/u],
    ['', /ends in the middle/u],
  ])('%s', async (text, message) => {
    await expect(elements(text, 'a.*')).rejects.toThrow(message);
  });

  it('never throws anything but a SourceError', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '1', ' ', 'a', '\\', '\n') }),
        async (text) => {
          const walk = async (): Promise<string> => {
            let events = 0;
            for await (const event of jsonElements(pieces(text, 2), () => 'enter', 10)) events += event.path.length;
            return `${String(events)} steps`;
          };
          expect(await walk().catch((error: unknown) => (error instanceof SourceError ? error.code : error))).toEqual(
            expect.stringMatching(/steps$|^incompatible$/u),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
