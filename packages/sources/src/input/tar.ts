import { createHash } from 'node:crypto';
import { extract, type Extract } from 'tar-stream';
import { isLitter } from './content-kind.js';
import { rejection, type Content, type InputEntry, type WalkContext } from './input-entry.js';
import { metered } from './metered.js';
import { failed } from './plain-reason.js';
import { pump } from './pump.js';
import { longestCompanion, SurroundingFiles } from './surroundings.js';

type Entry = Extract extends AsyncIterable<infer Member> ? Member : never;
type Unpack = (content: Content, context: WalkContext) => AsyncGenerator<InputEntry>;

/** The members of a tar in their order; links and devices are passed over, unsafe names rejected. */
export async function* readTar(
  archive: Content,
  packed: AsyncIterable<Uint8Array>,
  context: WalkContext,
  unpack: Unpack,
): AsyncGenerator<InputEntry> {
  const files = archive.reopens ? await listFiles(archive, context) : undefined;
  for await (const entry of membersOf(packed)) {
    context.signal?.throwIfAborted();
    context.budget.addEntry(archive.name);
    const name = safeName(entry.header.name);
    const isFile = entry.header.type === 'file' || entry.header.type === 'contiguous-file';
    const chunks = entry[Symbol.asyncIterator]();
    if (name === undefined) {
      yield rejection(archive.name, 'has a member with an unsafe name (it leads out of the archive)');
    } else if (isFile && !isLitter(name)) {
      const full = `${archive.name}/${name}`;
      yield* readMember(
        {
          name: full,
          origin: archive.origin,
          sideFile: files !== undefined && context.isSideFile(name, files.names),
          ...(files === undefined ? {} : { beside: files.surroundings.of(name) }),
          reopens: false,
          chunks: () => metered(remaining(chunks), full, context),
          ...(entry.header.size === undefined ? {} : { size: entry.header.size }),
        },
        context,
        unpack,
      );
    }
    if (context.budget.exhausted) return;
    for await (const rest of remaining(chunks)) context.budget.addUnpacked(rest.length, archive.name);
  }
}

async function* readMember(member: Content, context: WalkContext, unpack: Unpack): AsyncGenerator<InputEntry> {
  try {
    yield* unpack(member, context);
  } catch (error) {
    if (context.budget.exhausted || context.signal?.aborted === true) throw error;
    yield failed(error, member.name);
  }
}

/** What is left of a member. Leaving early must not end the iterator: that would destroy the whole tar with it. */
async function* remaining(chunks: AsyncIterator<unknown>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const step = await chunks.next();
    if (step.done === true) return;
    if (step.value instanceof Uint8Array) yield step.value;
  }
}

/**
 * A tar names its members one by one and cannot go back to them: what belongs together, attachments' hashes and small
 * companions are known only after the whole of it was read once.
 */
async function listFiles(
  archive: Content,
  context: WalkContext,
): Promise<{ readonly names: ReadonlySet<string>; readonly surroundings: SurroundingFiles }> {
  const names = new Set<string>();
  const hashes = new Map<string, string>();
  const companions = new Map<string, Uint8Array>();
  for await (const entry of membersOf(archive.chunks())) {
    context.signal?.throwIfAborted();
    const name = safeName(entry.header.name);
    if (names.size > context.limits.entries) break;
    if (name === undefined || isLitter(name)) {
      entry.resume();
      continue;
    }
    names.add(name);
    const keeps = context.isCompanion(name) && (entry.header.size ?? 0) <= longestCompanion;
    const sum = createHash('sha256');
    const parts: Uint8Array[] = [];
    for await (const chunk of remaining(entry[Symbol.asyncIterator]())) {
      sum.update(chunk);
      if (keeps) parts.push(chunk);
    }
    hashes.set(name, sum.digest('hex'));
    if (keeps) companions.set(name, Buffer.concat(parts));
  }
  return { names, surroundings: new SurroundingFiles({ names, open: () => undefined }, { hashes, companions }) };
}

async function* membersOf(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const tar = extract();
  void pump(packed, tar);
  try {
    yield* tar;
  } finally {
    tar.destroy();
  }
}

function safeName(name: string): string | undefined {
  const plain = name.replaceAll('\\', '/').replace(/^(\.\/)+/u, '');
  if (plain.startsWith('/') || /^[a-z]:\//iu.test(plain) || plain.split('/').includes('..')) return undefined;
  return plain;
}
