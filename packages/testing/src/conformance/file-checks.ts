import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { itemSchema, type Item } from '@vedette/contract';
import { SourceError, type FileInput, type Rejected, type SourceDefinition } from '@vedette/sources';
import * as fc from 'fast-check';
import { identity, type ConformanceCheck, type ConformanceFile, type SourceConformance } from './setup.js';

/** Checks of what a source reads from files. */
export function fileChecks<Config, Cursor>(
  setup: SourceConformance<Config, Cursor>,
  file: ConformanceFile,
): readonly ConformanceCheck[] {
  const { definition } = setup;
  const named = (what: string) => `${file.name}: ${what}`;
  return [
    {
      name: named('is recognised by its content'),
      run: async () => {
        const score = definition.detect?.(inputOf(file.name, file.content)) ?? 0;
        ok(score > 0 && score <= 1, `detect gives ${String(score)}`);
        const nothing = definition.detect?.(inputOf('unnamed', Buffer.from('just some words')));
        strictEqual(nothing, 0, 'prose is nobody’s');
        await Promise.resolve();
      },
    },
    {
      name: named('gives valid Items, enough of them, in one place'),
      run: async () => {
        const { items } = await readAll(definition, inputOf(file.name, file.content));
        ok(items.length >= file.items, `${String(items.length)} Items where ${String(file.items)} are expected`);
        for (const item of items) checkItem(item, setup);
      },
    },
    {
      name: named('gives the same Items however the bytes arrive, and closes what it opened'),
      run: async () => {
        const whole = await readAll(definition, inputOf(file.name, file.content));
        const opened = { closed: false };
        const pieces = await readAll(definition, inputOf(file.name, file.content, 7, opened));
        deepStrictEqual(pieces, whole);
        ok(opened.closed, 'the content was read to its end or closed');
      },
    },
    {
      name: named('gives the same ids wherever the file lies'),
      run: async () => {
        const here = await readAll(definition, inputOf(file.name, file.content));
        const there = await readAll(definition, inputOf(`other/place/${file.name}`, file.content));
        deepStrictEqual(there.items.map(identity), here.items.map(identity));
      },
    },
    {
      name: named('keeps the foreign record only when asked'),
      run: async () => {
        const { items } = await readAll(definition, inputOf(file.name, file.content));
        ok(
          setup.passesItemsThrough === true || items.every((item) => item.raw === undefined),
          'raw is there without being asked for',
        );
      },
    },
  ];
}

function checkItem<Config, Cursor>(item: Item, setup: SourceConformance<Config, Cursor>): void {
  const parsed = itemSchema.safeParse(item);
  ok(parsed.success, `not a valid Item: ${parsed.error?.message ?? ''}`);
  if (setup.passesItemsThrough !== true) strictEqual(item.source.kind, setup.definition.kind);
  for (const path of [item.source.file, ...(item.media ?? []).map((media) => media.file)]) {
    ok(path === undefined || !isAbsolutePath(path), `an absolute path: ${path ?? ''}`);
  }
  for (const address of [item.url, ...(item.links ?? [])]) {
    ok(address === undefined || URL.canParse(address), `not an absolute address: ${address ?? ''}`);
  }
}

function isAbsolutePath(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:[\\/]/iu.test(path);
}

/** No input, damaged or made up, may throw anything but a SourceError or give what is no Item. */
export async function fuzz<Config, Cursor>(setup: SourceConformance<Config, Cursor>): Promise<void> {
  const { definition, files = [] } = setup;
  const damaged = fc
    .record({
      file: fc.constantFrom(...files),
      at: fc.nat(),
      cut: fc.nat(40),
      insert: fc.uint8Array({ maxLength: 20 }),
    })
    .map(({ file, at, cut, insert }) => {
      const place = at % (file.content.length + 1);
      const { content } = file;
      return Buffer.concat([
        content.subarray(0, place),
        insert,
        content.subarray(Math.min(place + cut, content.length)),
      ]);
    });
  const anything = fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (content) => {
      const score = definition.detect?.(inputOf('fuzzed', content)) ?? 0;
      ok(score >= 0 && score <= 1);
      try {
        const { items, rejected } = await readAll(definition, inputOf('fuzzed', content, 13));
        for (const item of items) checkItem(item, setup);
        for (const { where, reason, sample } of rejected) {
          ok(where.startsWith('fuzzed'), `a rejection names its file: ${where}`);
          ok(reason !== '' && sample.length <= 500);
        }
      } catch (error) {
        ok(error instanceof SourceError, `threw ${String(error)}`);
      }
    }),
    { numRuns: 150 },
  );
}

async function readAll<Config, Cursor>(
  definition: SourceDefinition<Config, Cursor>,
  file: FileInput,
): Promise<{
  readonly items: readonly Item[];
  readonly rejected: readonly Rejected[];
}> {
  const items: Item[] = [];
  const rejected: Rejected[] = [];
  for await (const result of definition.read?.(file, {}) ?? []) {
    if ('item' in result) items.push(result.item);
    else rejected.push(result.rejected);
  }
  return { items, rejected };
}

/** A file in memory that arrives in pieces of `step` bytes. */
export function inputOf(
  name: string,
  content: Uint8Array,
  step = Math.max(1, content.length),
  opened?: { closed: boolean },
): FileInput {
  async function* open(): AsyncGenerator<Uint8Array> {
    try {
      for (let from = 0; from < content.length; from += step) yield content.subarray(from, from + step);
    } finally {
      if (opened !== undefined) opened.closed = true;
    }
  }
  return { name, head: content.subarray(0, 64 * 1024), size: content.length, open };
}
