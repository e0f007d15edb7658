// `npm start`: installs and builds what is missing, then runs `vedette start` with the arguments given.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded, installIfNeeded, requireNode, root } from './workspace.mjs';

requireNode();
const status = installIfNeeded() || buildIfNeeded();
if (status !== 0) {
  process.stderr.write('Vedette could not be prepared; what is wrong stands above.\n');
  process.exitCode = 1;
} else {
  const entry = join(root, 'apps/cli/bin/vedette.js');
  process.argv = [process.execPath, entry, 'start', ...process.argv.slice(2)];
  await import(pathToFileURL(entry).href);
}
