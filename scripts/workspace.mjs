// What `npm start`, `npm test` and `npm run build` have in common: installing and building only what changed.
// Plain Node without dependencies, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFolder = join(root, 'node_modules', '.cache', 'vedette');

/** Ends with clear words where Node is too old to run anything below. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Vedette needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org\n`);
  process.exit(2);
}

/** Runs a program of this workspace with the terminal attached; gives its exit status. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) {
    process.stderr.write(`${command}: ${result.error.message}\n`);
    return 127;
  }
  return result.status ?? 1;
}

/** Runs `npm ci` if the lock file is not the one that was installed last. */
export function installIfNeeded() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(stampFolder, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  process.stderr.write('Installing packages (once) …\n');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm prints its summary on stdout, which here belongs to what was asked for.
  const stdio = ['inherit', 2, 'inherit'];
  const status = npm ? run(process.execPath, [npm, ...args], { stdio }) : run('npm', args, { stdio });
  if (status === 0) writeStamp(stamp, wanted);
  return status;
}

/** Builds if a source file changed since the last build that succeeded. */
export function buildIfNeeded() {
  const wanted = fingerprint();
  const stamp = join(stampFolder, 'built');
  const complete =
    existsSync(join(root, 'apps/cli/dist/main.js')) && existsSync(join(root, 'apps/console/dist/index.html'));
  if (complete && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  process.stderr.write('Building …\n');
  const status = build();
  if (status === 0) writeStamp(stamp, wanted);
  return status;
}

/** Compiles every package, then bundles the console. */
export function build() {
  const compiled = run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b']);
  if (compiled !== 0) return compiled;
  const consoleFolder = join(root, 'apps/console');
  const bundled = run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: consoleFolder,
    stdio: ['inherit', 2, 'inherit'],
  });
  if (bundled === 0) compressAssets(join(consoleFolder, 'dist', 'assets'));
  return bundled;
}

/** Writes each script and style beside itself in gzip and Brotli, so that the server compresses nothing while it answers. */
function compressAssets(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const file = join(folder, name);
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(content));
  }
}

function workspaceFolders() {
  const folders = [join(root, 'demo')];
  for (const parent of ['packages', 'apps'])
    for (const name of readdirSync(join(root, parent))) folders.push(join(root, parent, name));
  return folders;
}

/** A hash over path, size and time of every file that a build reads. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort())
        if (!['dist', 'dist-types', 'node_modules', 'test'].includes(name)) visit(join(path, name));
    } else hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const folder of workspaceFolders()) visit(folder);
  for (const file of ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json']) visit(join(root, file));
  return hash.digest('hex');
}

function writeStamp(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
