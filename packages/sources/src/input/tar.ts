import { extract, type Extract } from 'tar-stream';
import { isLitter } from './content-kind.js';
import { rejection, type Content, type InputEntry, type WalkContext } from './input-entry.js';
import { metered } from './metered.js';
import { failed } from './plain-reason.js';
import { pump } from './pump.js';

type Entry = Extract extends AsyncIterable<infer Member> ? Member : never;
type Unpack = (content: Content, context: WalkContext) => AsyncGenerator<InputEntry>;

/** The members of a tar in their order; links and devices are passed over, unsafe names rejected. */
export async function* readTar(
  archive: Content,
  packed: AsyncIterable<Uint8Array>,
  context: WalkContext,
  unpack: Unpack,
): AsyncGenerator<InputEntry> {
  const names = archive.reopens ? await listNames(archive, context) : new Set<string>();
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
          sideFile: context.isSideFile(name, names),
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

/** A tar names its members one by one; whether an attachment belongs to an export is known only after all names. */
async function listNames(archive: Content, context: WalkContext): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for await (const entry of membersOf(archive.chunks())) {
    context.signal?.throwIfAborted();
    const name = safeName(entry.header.name);
    if (name !== undefined) names.add(name);
    if (names.size > context.limits.entries) break;
    entry.resume();
  }
  return names;
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
