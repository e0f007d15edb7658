import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { failedCheck, passed, type Check } from './check.js';

/** Fonts that the pages need, by the beginning of their file names; no page asks a font server. */
const families = ['noto-sans-latin', 'noto-sans-arabic', 'noto-sans-tifinagh', 'source-serif-4'] as const;

const builtConsole = fileURLToPath(new URL('../../../console/dist/', import.meta.url));

/** Whether the built console carries its fonts, so that every script shows on every machine. */
export async function checkFonts(folder = builtConsole): Promise<Check> {
  let names: readonly string[];
  try {
    names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.woff2'));
  } catch {
    return failedCheck('fonts', 'the console is not built, so its fonts are not there', 'run npm run build');
  }
  const missing = families.filter((family) => !names.some((name) => name.includes(family)));
  return missing.length === 0
    ? passed('fonts', `${String(names.length)} font files for Latin, Arabic and Tifinagh`)
    : failedCheck('fonts', `missing: ${missing.join(', ')}`, 'run npm ci, then npm run build');
}
