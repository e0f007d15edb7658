import { memberOf, textOf, type JsonNode } from '../json-nodes.js';
import { termQuery } from './collect.js';
import type { NodeRow, NodeRows, SayAt } from './misp.js';

/** Longer texts are descriptions, no terms. */
const mostWords = 20;

/** Attributes of events (`{Event}`, `{response: […]}`, `{Attribute: […]}` or an array of either). */
export function eventRows(root: JsonNode, say: SayAt): NodeRows {
  const rows: NodeRow[] = [];
  const titles: string[] = [];
  for (const { event, attributes } of eventsOf(root)) {
    const info = textOf(event, 'info');
    if (info !== undefined) titles.push(info);
    const uuid = textOf(event, 'uuid');
    const basis = `MISP event${info === undefined ? '' : ` ${info}`}${uuid === undefined ? '' : ` (${uuid})`}`;
    for (const attribute of attributes) {
      const row = attributeRow(attribute, basis, tagsOf(event), say);
      if (row !== undefined) rows.push(row);
    }
  }
  if (rows.length === 0 && titles.length === 0) say(root, 'error', 'there is no Event, Attribute or list in it');
  return { title: titles.length === 1 ? titles[0] : undefined, rows };
}

interface EventPart {
  readonly event: JsonNode | undefined;
  readonly attributes: readonly JsonNode[];
}

function eventsOf(node: JsonNode): readonly EventPart[] {
  if (node.kind === 'array') {
    const attributes = node.items.filter((item) => memberOf(item, 'value') !== undefined);
    const rest = node.items.filter((item) => memberOf(item, 'value') === undefined).flatMap(eventsOf);
    return attributes.length === 0 ? rest : [{ event: undefined, attributes }, ...rest];
  }
  if (node.kind !== 'object') return [];
  const response = memberOf(node, 'response');
  if (response !== undefined) return eventsOf(response);
  const event = memberOf(node, 'Event');
  if (event !== undefined) return eventsOf(event);
  const own = itemsOf(memberOf(node, 'Attribute'));
  const inObjects = itemsOf(memberOf(node, 'Object')).flatMap((object) => itemsOf(memberOf(object, 'Attribute')));
  return memberOf(node, 'info') === undefined && own.length + inObjects.length === 0
    ? []
    : [{ event: node, attributes: [...own, ...inObjects] }];
}

function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.items : [];
}

function tagsOf(node: JsonNode | undefined): readonly string[] {
  return itemsOf(memberOf(node, 'Tag')).flatMap((tag) => textOf(tag, 'name') ?? []);
}

function attributeRow(
  attribute: JsonNode,
  basis: string,
  eventTags: readonly string[],
  say: SayAt,
): NodeRow | undefined {
  const type = textOf(attribute, 'type')?.toLowerCase();
  const node = memberOf(attribute, 'value') ?? attribute;
  const value = textOf(attribute, 'value');
  if (type === undefined || value === undefined) {
    say(node, 'error', 'an attribute needs a type and a value');
    return undefined;
  }
  if (isTrue(memberOf(attribute, 'deleted'))) {
    say(node, 'warning', `${value} was deleted; it is left out`);
    return undefined;
  }
  const query = attributeQuery(type, value);
  if (query === undefined) {
    say(node, 'error', `an attribute of type ${type} has nothing that can be looked for in posts; it is not usable`);
    return undefined;
  }
  if (query === 'long') {
    say(node, 'error', `a text of more than ${String(mostWords)} words is a description, no term`);
    return undefined;
  }
  const tags = [...new Set([...eventTags, ...tagsOf(attribute)])];
  const note = [textOf(attribute, 'comment'), tags.length === 0 ? undefined : `tags: ${tags.join(', ')}`];
  const written = note.filter((part) => part !== undefined).join('; ');
  const forDetection = memberOf(attribute, 'to_ids');
  const rest = {
    // What its authors did not mean for detection is worth knowing, not an alert.
    ...(forDetection === undefined || isTrue(forDetection) ? {} : { action: 'digest' as const }),
    ...(written === '' ? {} : { note: written }),
    basis,
  };
  return { node, query, name: value, rest };
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'scalar' && (node.value === true || node.value === 1 || node.value === '1');
}

const hostTypes = new Set([
  'domain',
  'hostname',
  'domain|ip',
  'hostname|port',
  'ip-src',
  'ip-dst',
  'ip-src|port',
  'ip-dst|port',
]);
const addressTypes = new Set(['url', 'uri', 'link']);
const accountTypes = new Set(['twitter-id', 'github-username', 'jabber-id', 'telegram-id', 'eppn', 'target-user']);
const termTypes = new Set(
  'text comment other campaign-name threat-actor pattern-in-file phone-number email email-src email-dst email-subject filename btc xmr iban'.split(
    ' ',
  ),
);

/** Names of persons (`full-name` and the like) are no terms: content is judged, never persons. */
function attributeQuery(type: string, value: string): string | undefined {
  if (hostTypes.has(type)) return `domain:${quotedIf(host(value))}`;
  if (addressTypes.has(type))
    return `url:${quotedIf(value.replace(/^[a-z][a-z\d+.-]*:\/\//iu, '').replace(/\/$/u, ''))}`;
  if (accountTypes.has(type)) return `from:${quotedIf(value.replace(/^@/u, ''))}`;
  if (!termTypes.has(type)) return undefined;
  return value.split(/\s+/u).length > mostWords ? 'long' : termQuery(value);
}

function host(value: string): string {
  return value
    .replace(/\|.*$/u, '')
    .replace(/^\*?\./u, '')
    .toLowerCase();
}

function quotedIf(value: string): string {
  return /[\s()"“”„‟«»＂〝〞″]/u.test(value) ? `"${value.replace(/["“”„‟«»＂〝〞″]/gu, '')}"` : value;
}
