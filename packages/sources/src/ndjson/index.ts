import { z } from 'zod';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { extensionOf } from '../input/content-kind.js';
import { isJsonObject, type JsonObject } from '../input/json-object.js';
import { headText } from '../input/text-chunks.js';
import { readNdjsonLines } from './lines.js';
import { meansToBeItem } from './schema.js';

const configSchema = z.object({
  textPath: z.string().min(1).optional().describe('where the text of a raw line is, keys joined by dots'),
});

/** JSON lines: Items as Vedette writes them, and raw lines of other tools. */
export const ndjsonSource: SourceDefinition<z.infer<typeof configSchema>, Record<string, never>> = {
  kind: 'ndjson',
  title: 'JSON lines (Items, or raw lines of other tools)',
  capabilities: { live: false, file: true, backfill: false, edits: true, deletions: true, media: true },
  configSchema,
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  read,
};

function detect(file: FileInput): Detection {
  const extension = extensionOf(file.name);
  const named = extension === 'ndjson' || extension === 'jsonl';
  const lines = headText(file.head)
    .split('\n', 50)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first, ...others] = lines;
  const object = objectIn(first);
  if (object !== undefined) {
    if (meansToBeItem(object)) return 0.95;
    const isOfLines = named || isStream(file.name) || others.some((line) => objectIn(line) !== undefined);
    // one object alone may be any JSON file: only its text makes it a raw line
    return isOfLines || typeof object['text'] === 'string' ? 0.6 : 0;
  }
  // a damaged first line does not make the rest something else, but an opened array or a tag does
  const opensOther = /^(?:[[<]|\{$)/u.test(first ?? '');
  if (!opensOther && others.some((line) => objectIn(line) !== undefined)) return 0.4;
  return named || (isStream(file.name) && first?.startsWith('<') === false) ? 0.1 : 0;
}

/** Standard input and WebSockets are lines unless something else is recognised. */
function isStream(name: string): boolean {
  return name === '-' || /^wss?:/iu.test(name);
}

function objectIn(line: string | undefined): JsonObject | undefined {
  if (line?.startsWith('{') !== true) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function* read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  for await (const line of readNdjsonLines(file, options)) {
    if ('item' in line) yield { item: line.item };
    else {
      yield { rejected: { where: `${file.name}:${String(line.line)}`, reason: line.reason, sample: line.sample } };
    }
  }
}
