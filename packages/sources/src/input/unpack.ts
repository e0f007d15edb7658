import { foreignPacking, packingOf } from './content-kind.js';
import { gunzip } from './gunzip.js';
import { rejection, type Content, type InputEntry, type WalkContext } from './input-entry.js';
import { counted, metered } from './metered.js';
import { peek, type Peeked } from './peek.js';
import { failed } from './plain-reason.js';
import { spooled } from './spool.js';
import { readTar } from './tar.js';
import { readZip } from './zip.js';

/**
 * Looks at content and yields it as a file, or what it is packed in: zip, tar, gzip, and these inside each other down to
 * the limit. An archive that reaches a limit or is damaged is one named rejection; what came before it stands.
 */
export async function* unpack(content: Content, context: WalkContext): AsyncGenerator<InputEntry> {
  let peeked: Peeked | undefined;
  try {
    peeked = await peek(content.chunks(), content.reopens ? undefined : holdsWholeJsonLine);
    const { head, open } = peeked;
    const packing = content.sideFile ? undefined : packingOf(head);
    if (packing === undefined) {
      yield {
        file: {
          name: content.name,
          head,
          open,
          ...(content.size === undefined ? {} : { size: content.size }),
          ...(content.beside === undefined ? {} : { beside: content.beside }),
        },
        origin: content.origin,
        sideFile: content.sideFile,
        ...(content.address === undefined ? {} : { address: content.address }),
      };
      return;
    }
    if (packing === 'foreign') {
      const name = foreignPacking(head) ?? 'an unknown packing';
      yield rejection(content.name, `is packed with ${name}, which this build does not open; unpack it first`);
      return;
    }
    const inner: WalkContext = { ...context, depth: context.depth + 1 };
    inner.budget.enter(inner.depth, content.name);
    const sizeKnown = content.reopens && content.size !== undefined;
    if (context.depth === 0 && sizeKnown) context.budget.addPacked(content.size);
    const packed = context.depth === 0 && !sizeKnown ? counted(open(), context) : open();
    if (packing === 'zip') {
      yield* zipAnywhere(content, packed, inner);
    } else if (packing === 'gzip') {
      yield* unpack(gunzipped(content, packed, inner), inner);
    } else {
      yield* readTar(content, packed, inner, unpack);
    }
  } catch (error) {
    if (context.depth > 0 || context.signal?.aborted === true) throw error;
    yield failed(error, content.name);
  } finally {
    await peeked?.close();
  }
}

async function* zipAnywhere(
  content: Content,
  packed: AsyncIterable<Uint8Array>,
  inner: WalkContext,
): AsyncGenerator<InputEntry> {
  if (content.path !== undefined) {
    yield* readZip(content, content.path, inner, unpack);
    return;
  }
  const spool = await spooled(packed);
  try {
    yield* readZip(content, spool.path, inner, unpack);
  } finally {
    await spool.remove();
  }
}

function gunzipped(content: Content, packed: AsyncIterable<Uint8Array>, context: WalkContext): Content {
  return {
    name: content.name,
    origin: content.origin,
    sideFile: false,
    reopens: content.reopens,
    ...(content.address === undefined ? {} : { address: content.address }),
    chunks: () => metered(gunzip(content.reopens ? content.chunks() : packed), content.name, context),
  };
}

/** A live stream of JSON lines is told by its first whole line that is an object. */
function holdsWholeJsonLine(head: Uint8Array): boolean {
  const end = head.lastIndexOf(0x0a);
  if (end < 0) return false;
  const lines = Buffer.from(head.subarray(0, end)).toString('utf8').split('\n');
  return lines.some((line) => {
    if (!line.trimStart().startsWith('{')) return false;
    try {
      JSON.parse(line);
      return true;
    } catch {
      return false; // a brace begins other things than JSON
    }
  });
}
