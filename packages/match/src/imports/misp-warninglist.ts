import { textOf, type JsonNode } from '../json-nodes.js';
import { termQuery } from './collect.js';
import type { NodeRow, NodeRows, SayAt } from './misp.js';

/** Warning lists: `{name, type, list}` with type string, substring, hostname, regex or cidr. */
export function warninglistRows(root: JsonNode, list: JsonNode, say: SayAt): NodeRows {
  const title = textOf(root, 'name');
  const type = textOf(root, 'type')?.toLowerCase() ?? 'string';
  const basis = `MISP warning list${title === undefined ? '' : ` ${title}`}`;
  const version = textOf(root, 'version');
  if (list.kind !== 'array') {
    say(list, 'error', 'list must be an array of texts');
    return { title, rows: [] };
  }
  if (type === 'cidr') {
    say(list, 'error', 'a list of network addresses (cidr) has nothing that stands in posts; it is not usable');
    return { title, rows: [] };
  }
  const rows: NodeRow[] = [];
  for (const node of list.items) {
    const entry = node.kind === 'scalar' && typeof node.value === 'string' ? node.value.trim() : '';
    if (entry === '') say(node, 'error', 'an entry of the list is no text');
    else {
      const rest = { basis: version === undefined ? basis : `${basis}, version ${version}` };
      rows.push({ node, query: entryQuery(type, entry), name: entry, rest });
    }
  }
  return { title, rows };
}

function entryQuery(type: string, entry: string): string {
  if (type === 'hostname') return `domain:${entry.replace(/^\*?\./u, '')}`;
  if (type === 'regex') return regexQuery(entry);
  if (type === 'substring' && /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/u.test(entry)) return `url:${entry}`;
  return termQuery(entry);
}

/** The lists write `/pattern/flags` or the pattern alone. */
function regexQuery(entry: string): string {
  const slashed = /^\/(.*)\/([a-z]*)$/su.exec(entry);
  const pattern = slashed?.[1] ?? entry;
  return `/${pattern.replace(/(?<!\\)((?:\\\\)*)\//gu, String.raw`$1\/`)}/`;
}
