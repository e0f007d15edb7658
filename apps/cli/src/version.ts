import { readFileSync } from 'node:fs';

const file: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Version of this program, semver. */
export const version = versionOf(file);

function versionOf(description: unknown): string {
  if (typeof description === 'object' && description !== null && 'version' in description) {
    return String(description.version);
  }
  throw new TypeError('package.json of the command line names no version');
}
