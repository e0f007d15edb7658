import { itemKindSchema, itemSchema, itemSourceSchema, type Item } from '@vedette/contract';
import type { ContentIds } from '../input/content-id.js';
import { isJsonObject, type JsonObject } from '../input/json-object.js';
import { safeItem } from './safe-item.js';
import { meansToBeItem, pickItemFields } from './schema.js';

/** What one line is: an Item (with the id the line itself carried), nothing to read, or a reason why it cannot be read. */
export type LineReading =
  | { readonly item: Item; readonly ownId: string | undefined }
  | { readonly nothing: true }
  | { readonly reason: string };

export interface LineOptions {
  readonly textPath?: string;
  readonly raw?: boolean;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads the bytes of one line. An Item passes through; a raw line becomes one, its text taken from the text path. */
export function normalizeLine(bytes: Uint8Array, ids: ContentIds, options: LineOptions): LineReading {
  const parsed = parseLine(bytes);
  if (typeof parsed === 'string') return { reason: parsed };
  const { value, line } = parsed;
  const found = textOf(value, options);
  if (!('text' in found)) return found;
  const { ownId, text } = found;
  // an Item may come from anywhere: it is cleaned again, whatever it says about itself
  if (found.item !== undefined) return { ownId, item: safeItem(found.item) };
  const contentId = ownId ?? ids.next(line);
  const source = itemSourceSchema.safeParse(value['source']);
  const kind = itemKindSchema.safeParse(value['kind']);
  return {
    ownId,
    item: safeItem({
      id: ownId ?? `ndjson:${contentId}`,
      source: source.success ? source.data : { kind: 'ndjson', id: 'ndjson' },
      nativeId: contentId,
      kind: kind.success ? kind.data : 'post',
      ...pickItemFields(value),
      text,
      ...(options.raw === true ? { raw: value } : {}),
    }),
  };
}

/** What one line says and under which id: for whoever needs no more of it. The same lines are refused. */
export type TextReading =
  | { readonly text: string; readonly ownId: string | undefined }
  | { readonly nothing: true }
  | { readonly reason: string };

/** Reads the text of one line alone, several times as fast as the whole Item. */
export function readText(bytes: Uint8Array, options: LineOptions): TextReading {
  const parsed = parseLine(bytes);
  return typeof parsed === 'string' ? { reason: parsed } : textOf(parsed.value, options);
}

function textOf(
  value: JsonObject,
  options: LineOptions,
): Exclude<TextReading, { text: string }> | { text: string; ownId: string | undefined; item?: Item } {
  if (options.textPath === undefined && meansToBeItem(value)) return itemIn(value);
  const text = valueAt(value, options.textPath ?? 'text');
  if (text === undefined) return { nothing: true };
  if (typeof text !== 'string') return { reason: `the text (${options.textPath ?? 'text'}) is no string` };
  return { text, ownId: idOf(value['id']) };
}

function parseLine(bytes: Uint8Array): { value: JsonObject; line: string } | string {
  let line: string;
  try {
    line = decoder.decode(bytes);
  } catch {
    return 'is not UTF-8';
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `is not JSON (${error instanceof Error ? shortMessage(error.message) : String(error)})`;
  }
  return isJsonObject(value) ? { value, line } : 'is not a JSON object';
}

/** V8 quotes the input in its messages; the place and the kind of mistake are enough. */
function shortMessage(message: string): string {
  return message.replace(/, (?:\.\.\.)?".*$/su, '').slice(0, 120);
}

function itemIn(value: JsonObject): { reason: string } | { text: string; ownId: string; item: Item } {
  const parsed = itemSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { reason: `is not a valid Item: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown'}` };
  }
  const item = parsed.data;
  return { text: item.text, ownId: item.id, item };
}

/** The value at a dotted path (`commit.record.text`, `items.0.text`); undefined where there is none. */
function valueAt(value: JsonObject, path: string): unknown {
  let current: unknown = value;
  for (const key of path.split('.')) {
    if (Array.isArray(current)) {
      current = /^\d+$/u.test(key) ? current[Number(key)] : undefined;
    } else {
      current = isJsonObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
    }
  }
  return current;
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
