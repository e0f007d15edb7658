import { itemSchema, sourceKinds, type Item } from '@vedette/contract';
import { isJsonObject, type JsonObject } from '../input/json-object.js';

const kinds: ReadonlySet<unknown> = new Set(sourceKinds);

/** Whether an object means to be an Item: then a mistake in it is told, not passed over. */
export function meansToBeItem(value: JsonObject): boolean {
  const { source } = value;
  return (
    typeof value['nativeId'] === 'string' &&
    typeof value['id'] === 'string' &&
    isJsonObject(source) &&
    kinds.has(source['kind'])
  );
}

/** What a raw line of another tool may say in the words of an Item. Whatever does not fit is left out. */
const optionalFields = [
  'url',
  'author',
  'publishedAt',
  'editedAt',
  'deletedAt',
  'title',
  'lang',
  'media',
  'links',
  'thread',
  'replyTo',
  'forwardedFrom',
] as const;

type OptionalFields = Partial<Pick<Item, (typeof optionalFields)[number]>>;

/** Picks the fields of a raw line that are what an Item has under the same name; other instants are turned to UTC. */
export function pickItemFields(value: JsonObject): OptionalFields {
  const picked: Record<string, unknown> = {};
  for (const field of optionalFields) {
    const found = field.endsWith('At') ? utcInstant(value[field]) : value[field];
    if (found === undefined) continue;
    const parsed = itemSchema.shape[field].safeParse(found);
    if (parsed.success && parsed.data !== undefined) picked[field] = parsed.data;
  }
  return picked;
}

function utcInstant(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+([+-]\d\d:?\d\d)$/u.test(value)) return value;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
