import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disguiseNames } from '../src/index.js';
import {
  candidateTransforms,
  characterTransforms,
  payloadTransforms,
  spellingTransforms,
} from '../src/transforms/index.js';

const registered = [...characterTransforms, ...spellingTransforms, ...payloadTransforms, ...candidateTransforms];

test('every folder of transforms is registered, and every transform has its folder', () => {
  const folders = readdirSync(new URL('../src/transforms', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const names = [...new Set(registered.map(({ name }) => name))];
  for (const folder of folders) {
    expect(names.some((name) => folder === name || folder.startsWith(`${name}-`))).toBe(true);
  }
  for (const name of names) expect(folders.some((folder) => folder.startsWith(name))).toBe(true);
});

test('a transform does what its list is for, and is named in the contract', () => {
  for (const { edits } of [...characterTransforms, ...spellingTransforms]) expect(edits).toBeTypeOf('function');
  for (const { payloads } of payloadTransforms) expect(payloads).toBeTypeOf('function');
  for (const { candidates } of candidateTransforms) expect(candidates).toBeTypeOf('function');
  for (const { name, flags } of registered) {
    expect(disguiseNames).toContain(name);
    expect(flags).toBeGreaterThan(0);
  }
});
