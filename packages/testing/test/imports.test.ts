import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * What each room may import of ours. Data goes one way, so imports go down only: see "Rooms" in ARCHITECTURE.md.
 * A new room needs a line here, and a line there.
 */
const allowed: Record<string, readonly string[]> = {
  'packages/contract': [],
  'packages/decode': [],
  'packages/language': [],
  'packages/similar': [],
  'packages/ledger': [],
  'packages/match': ['decode'],
  'packages/sources': ['contract'],
  'packages/store': ['contract', 'decode', 'match', 'ledger', 'similar'],
  'packages/pipeline': ['contract', 'decode', 'match', 'similar', 'sources', 'store'],
  'packages/testing': ['contract', 'sources', 'store'],
  demo: ['contract'],
  'apps/console': ['contract', 'decode'],
  'apps/server': ['contract', 'decode', 'match', 'ledger', 'sources', 'store', 'pipeline', 'demo'],
  'apps/cli': ['server', 'contract', 'decode', 'match', 'language', 'similar', 'ledger', 'sources', 'store'],
};

/** Rooms that know neither disk, network, process nor time. */
const pure = ['packages/contract', 'packages/decode', 'packages/match', 'packages/language', 'packages/similar'];

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && statSync(path).isFile());
}

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  return Array.from(source.matchAll(pattern), (found) => found[1] ?? found[2] ?? '');
}

/** The package of an import: `@vedette/store` of `@vedette/store/search-vector`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function namesIn(manifest: unknown, part: 'dependencies' | 'devDependencies'): readonly string[] {
  const found: unknown = Object.entries(Object(manifest)).find(([name]) => name === part)?.[1];
  return Object.keys(Object(found));
}

/** Examples in docstrings may show what the code itself must not do. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function rooms(): string[] {
  const found = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  );
  return [...found, 'demo'].filter((room) => statSync(join(root, room)).isDirectory());
}

describe('import direction', () => {
  it('knows every room', () => {
    expect(rooms().sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each(Object.keys(allowed))('%s imports only what is below it', (room) => {
    const wrong = sourceFiles(join(root, room, 'src')).flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('@vedette/'))
        .filter((name) => !(allowed[room] ?? []).includes(packageOf(name).slice('@vedette/'.length)))
        .map((name) => `${relative(root, file)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(Object.keys(allowed))('%s declares what it imports', (room) => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'));
    const declared = new Set([...namesIn(manifest, 'dependencies'), ...namesIn(manifest, 'devDependencies')]);
    const wrong = sourceFiles(join(root, room, 'src')).flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .map(packageOf)
        .filter((name) => !declared.has(name))
        .map((name) => `${relative(root, file)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(pure)('%s does no I/O', (room) => {
    const wrong = sourceFiles(join(root, room, 'src')).flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('node:'))
        .map((name) => `${relative(root, file)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(pure)('%s knows no clock, network or process', (room) => {
    const outside =
      /(?<![\w.])(?:Date\.now\(|new Date\(\)|performance\.|setTimeout\(|setInterval\(|fetch\(|process\.)/g;
    const wrong = sourceFiles(join(root, room, 'src')).flatMap((file) =>
      Array.from(withoutComments(readFileSync(file, 'utf8')).matchAll(outside), ([used]) => {
        return `${relative(root, file)} uses ${used}`;
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');

  it.each([...Object.keys(allowed), 'bench'])('has a line for %s', (room) => {
    expect(text).toContain(`\`${room}/\``);
  });

  it('names no file that is not there', () => {
    const named = Array.from(
      text.matchAll(/`((?:packages|apps|docs|bench|demo)\/[^`\s<]+)`|\]\(([^)#:]+)\)/g),
      (found) => {
        return found[1] ?? found[2] ?? '';
      },
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('stays short enough to read', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(300);
  });
});
