import type { SourceContext } from '../definition.js';
import { SourceError } from '../errors.js';
import { isJsonObject } from '../input/json-object.js';
import type { XStreamConfig } from './schema.js';

/** Rules set by Vedette carry it in front of their tag; others on the same token are left alone. */
const ownTag = 'vedette:';
const atOnce = 100;

interface SetRule {
  readonly id: string;
  readonly value: string;
  readonly tag: string;
}

/** Makes the rules at X those of the configuration: adds what is missing and takes away what is not wanted any more. */
export async function keepRulesInStep(
  config: XStreamConfig,
  headers: Readonly<Record<string, string>>,
  context: SourceContext,
): Promise<void> {
  if (config.rules.length === 0) return;
  const url = new URL('/2/tweets/search/stream/rules', config.url).href;
  const wanted = config.rules.map(({ value, tag }) => ({ value, tag: ownTag + (tag ?? '') }));
  const present = await presentRules(url, headers, context);
  const surplus = present.filter((rule) => rule.tag.startsWith(ownTag) && !wanted.some((one) => same(one, rule)));
  const missing = wanted.filter((rule) => !present.some((one) => same(one, rule)));
  for (let from = 0; from < surplus.length; from += atOnce) {
    await send(url, { delete: { ids: surplus.slice(from, from + atOnce).map((rule) => rule.id) } }, headers, context);
  }
  for (let from = 0; from < missing.length; from += atOnce) {
    await send(url, { add: missing.slice(from, from + atOnce) }, headers, context);
  }
}

function same(one: Omit<SetRule, 'id'>, other: Omit<SetRule, 'id'>): boolean {
  return one.value === other.value && one.tag === other.tag;
}

async function presentRules(
  url: string,
  headers: Readonly<Record<string, string>>,
  context: SourceContext,
): Promise<readonly SetRule[]> {
  const { body } = await context.http.get({ url, headers }, context.signal);
  const value = answerIn(url, body);
  const data = isJsonObject(value) ? value['data'] : undefined;
  if (!Array.isArray(data)) return [];
  return data.flatMap((rule: unknown) =>
    isJsonObject(rule) && typeof rule['id'] === 'string' && typeof rule['value'] === 'string'
      ? [{ id: rule['id'], value: rule['value'], tag: typeof rule['tag'] === 'string' ? rule['tag'] : '' }]
      : [],
  );
}

async function send(
  url: string,
  change: object,
  headers: Readonly<Record<string, string>>,
  context: SourceContext,
): Promise<void> {
  const { body } = await context.http.post(
    { url, headers, contentType: 'application/json', content: JSON.stringify(change) },
    context.signal,
  );
  const value = answerIn(url, body);
  const errors = isJsonObject(value) ? value['errors'] : undefined;
  if (!Array.isArray(errors) || errors.length === 0) return;
  const [first]: readonly unknown[] = errors;
  const detail = isJsonObject(first) ? [first['title'], first['value']].filter((part) => typeof part === 'string') : [];
  throw new SourceError('incompatible', `X does not take a rule (${detail.join(': ').slice(0, 300)}); correct it`);
}

function answerIn(url: string, body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch (cause) {
    throw new SourceError('incompatible', `${url} does not answer with JSON`, { cause });
  }
}
