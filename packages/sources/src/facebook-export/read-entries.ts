import type { Item } from '@vedette/contract';
import type { FileInput, ReadOptions, ReadResult } from '../definition.js';
import { rejection } from '../input/input-entry.js';
import { jsonElements, type JsonPath, type JsonVisit } from '../input/json-elements.js';
import { isJsonObject } from '../input/json-object.js';
import { repairValue } from './repair.js';
import { parseJson } from '../input/parse-json.js';

/** No entry is longer; bytes. */
const maxEntryBytes = 8 * 2 ** 20;

/**
 * The entries of a file of Facebook or Instagram: the root is a list of them, or an object whose lists of a known name
 * hold them (`comments_v2`, or one level down in old exports).
 *
 * @param isContentKey whether the list of this name holds what somebody published
 * @param normalize the Items of one entry, whose strings are repaired already
 * @param one whether the root is itself an entry
 */
export async function* readEntries(
  file: FileInput,
  options: ReadOptions,
  isContentKey: (key: string) => boolean,
  normalize: (entry: unknown, key: string) => readonly Item[],
  one = false,
): AsyncGenerator<ReadResult> {
  let ordinal = 0;
  const choose = (path: JsonPath): JsonVisit => (one ? 'take' : visit(path, isContentKey));
  for await (const event of jsonElements(file.open(), choose, maxEntryBytes)) {
    if (event.type !== 'value' && event.type !== 'too-long') continue;
    ordinal += 1;
    const where = `${file.name}: entry ${String(ordinal)}`;
    if (event.type === 'too-long') {
      yield rejection(where, 'is longer than 8 MB (the limit)');
      continue;
    }
    const value = parseJson(event.bytes);
    if (!isJsonObject(value)) {
      const reason = value === undefined ? 'is not JSON' : 'is not an object';
      yield rejection(where, reason, event.bytes.toString('utf8', 0, 2000));
      continue;
    }
    const key = event.path[0] === '*' ? '' : (event.path[0] ?? '');
    for (const item of normalize(repairValue(value), key)) {
      yield { item: options.raw === true ? { ...item, raw: value } : item };
    }
  }
}

function visit(path: JsonPath, isContentKey: (key: string) => boolean): JsonVisit {
  const [key, inner, element] = path;
  if (key === undefined) return 'enter';
  if (key === '*') return 'take';
  if (!isContentKey(key)) return 'skip';
  if (inner === undefined) return 'enter';
  if (inner === '*') return 'take';
  if (inner !== 'activity_log_data') return 'skip';
  return element === undefined ? 'enter' : 'take';
}
