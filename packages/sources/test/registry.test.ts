import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sources } from '../src/registry.js';

const root = fileURLToPath(new URL('../src/', import.meta.url));

/** Folders whose index.ts defines a source. */
function sourceFolders(): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${root}${entry.name}/index.ts`))
    .map((entry) => entry.name)
    .filter((name) => /: SourceDefinition\b/u.test(readFileSync(`${root}${name}/index.ts`, 'utf8')));
}

it('lists exactly the folders that hold a source, in alphabetical order', () => {
  expect(sources.map((source) => source.kind)).toEqual([...sourceFolders()].sort());
});

it.each(sources.map((source) => source.kind))('%s has the same files as every source', (kind) => {
  for (const file of ['index.ts', 'schema.ts', 'normalize.ts', 'README.md']) {
    expect(existsSync(`${root}${kind}/${file}`), `${kind}/${file}`).toBe(true);
  }
});
