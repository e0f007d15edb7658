/**
 * Makes src/transforms/html-entity/names.generated.ts: all named character references of HTML that end in a semicolon.
 *
 * Usage: node scripts/make-entity-names.mjs ENTITIES
 *
 * ENTITIES is the standard's entities.json, or any JSON object of the same shape: `{"&eacute;": {"codepoints": [233]}}`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: make-entity-names.mjs ENTITIES');
const entries = Object.entries(JSON.parse(readFileSync(source, 'utf8')))
  .filter(([name]) => name.endsWith(';'))
  .map(([name, { codepoints }]) => `${name.slice(1, -1)}=${codepoints.map((point) => point.toString(36)).join('_')}`)
  .sort();
writeFileSync(
  new URL('../src/transforms/html-entity/names.generated.ts', import.meta.url),
  `// Made by scripts/make-entity-names.mjs. Do not edit.

/** Names of HTML's character references, each with its code points in base 36. */
export const packedNames =
  '${entries.join(' ')}';
`,
);
process.stdout.write(`${entries.length} names\n`);
