import { ok, strictEqual } from 'node:assert/strict';
import { fileChecks, fuzz } from './conformance/file-checks.js';
import { liveChecks } from './conformance/live-checks.js';
import type { ConformanceCheck, SourceConformance } from './conformance/setup.js';

/**
 * What every source must do, whoever wrote it: the same Items however the bytes arrive and wherever the file lies, no
 * absolute paths, nothing thrown but {@link SourceError} on any input, resuming from every cursor without loss, stopping
 * at once, and asking only the hosts that it declares. Independent of the test runner.
 *
 * @example
 * it.each(sourceConformance({ definition: csvSource, files }))('$name', ({ run }) => expect(run()).resolves.toBeUndefined());
 */
export function sourceConformance<Config, Cursor>(
  setup: SourceConformance<Config, Cursor>,
): readonly ConformanceCheck[] {
  const { definition, live } = setup;
  return [
    { name: 'declares itself completely', run: () => declares(setup) },
    ...fileConformance(setup),
    ...(live === undefined ? [] : liveChecks(definition, live)),
  ];
}

/** The part of the suite about files; what a source does live over a protocol of its own has a suite of its own. */
export function fileConformance<Config, Cursor>(setup: SourceConformance<Config, Cursor>): readonly ConformanceCheck[] {
  const { files = [] } = setup;
  return [
    ...files.flatMap((file) => fileChecks(setup, file)),
    ...(files.length > 0 ? [{ name: 'throws nothing but SourceError on damaged input', run: () => fuzz(setup) }] : []),
  ];
}

async function declares<Config, Cursor>({ definition, files, live }: SourceConformance<Config, Cursor>): Promise<void> {
  ok(definition.title.length > 0, 'a title for people');
  strictEqual(
    definition.capabilities.file,
    definition.read !== undefined,
    'capabilities.file says whether it reads files',
  );
  strictEqual(definition.capabilities.live, definition.open !== undefined, 'capabilities.live says whether it opens');
  strictEqual(definition.read === undefined, definition.detect === undefined, 'what reads files also detects them');
  if (definition.read !== undefined) ok((files ?? []).length > 0, 'an example file to check');
  if (definition.open !== undefined) ok(live !== undefined, 'an example of what the server answers');
  await Promise.resolve();
}
