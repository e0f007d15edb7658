import { jsonMistake } from '../json-mistake.js';
import { jsonNodes, memberOf, type JsonNode } from '../json-nodes.js';
import { LinePlaces } from '../line-places.js';
import type { ReadWatchlist } from '../shapes.js';
import { collect, listName } from './collect.js';
import { eventRows } from './misp-event.js';
import { warninglistRows } from './misp-warninglist.js';

/** What can be said about a place of the file. */
export type SayAt = (node: JsonNode, level: 'error' | 'warning', message: string) => void;

/** MISP: an event, a list of events or attributes, or a warning list, told apart by what is in it. */
export function importMisp(text: string, file?: string): ReadWatchlist {
  const name = listName(file, 'Imported from MISP');
  const lines = new LinePlaces(text);
  const mistake = jsonMistake(text);
  if (mistake !== undefined) {
    return collect(name, [], [{ level: 'error', ...lines.at(mistake.offset), message: `JSON: ${mistake.message}` }]);
  }
  const findings: { level: 'error' | 'warning'; line: number; column: number; message: string }[] = [];
  const say: SayAt = (node, level, message) => findings.push({ level, ...lines.at(node.start), message });
  const root = jsonNodes(text);
  const list = memberOf(root, 'list');
  const { title, rows } = list === undefined ? eventRows(root, say) : warninglistRows(root, list, say);
  const placed = rows.map(({ node, ...row }) => ({ ...row, ...lines.at(node.start) }));
  return collect(title ?? name, placed, findings);
}

/** A row with the value that it is made of. */
export interface NodeRow {
  readonly node: JsonNode;
  readonly query: string;
  readonly name: string;
  readonly rest?: Parameters<typeof collect>[1][number]['rest'];
}

/** What one form of MISP gives. */
export interface NodeRows {
  /** How the file names itself. */
  readonly title: string | undefined;
  readonly rows: readonly NodeRow[];
}
