import * as yaml from 'yaml';
import type { PlacedFinding, PlacedList, PlacedRule, PlacedValue, WrittenAs } from './placed.js';

const itemStart = /^([ \t]*)-(?:[ \t\r]|$)/u;

/**
 * Reads a watchlist in YAML. A file with an error of YAML itself is cut at the items of its list and read item by item, so
 * that one bad rule does not take the others with it.
 */
export function readYaml(text: string): PlacedList {
  const whole = readYamlDocument(text);
  if (!whole.broken) return whole;
  const lines = text.split('\n');
  const listAt = lines.findIndex((line) => /^rules[ \t]*:/u.test(line)) + 1;
  const first = lines.findIndex((line, index) => index >= listAt && itemStart.test(line));
  const indent = itemStart.exec(lines[first] ?? '')?.[1];
  if (first < 0 || indent === undefined) return whole;
  const offsets = offsetsOf(lines);
  const starts = lines.flatMap((line, index) =>
    index >= first && itemStart.exec(line)?.[1] === indent ? [index] : [],
  );
  const rules: PlacedRule[] = [];
  const findings: PlacedFinding[] = [];
  const head = readYamlDocument(text.slice(0, offsets[first] ?? 0));
  if (head.broken) findings.push(...head.findings);
  for (const [index, start] of starts.entries()) {
    const from = offsets[start] ?? 0;
    const item = readYamlItem(text.slice(from, offsets[starts[index + 1] ?? lines.length] ?? text.length), from);
    rules.push(...item.rules);
    findings.push(...item.findings);
  }
  return { name: head.name ?? whole.name, rules, findings };
}

function offsetsOf(lines: readonly string[]): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const line of lines) {
    offsets.push(at);
    at += line.length + 1;
  }
  return offsets;
}

/** One item of the list of rules by itself; `from` is where it stands in the file. A broken one gives findings only. */
export function readYamlItem(text: string, from: number): PlacedList {
  const item = readYamlDocument(text);
  // What is missing is missed at the end of the item, not at the beginning of the next one.
  const last = text.trimEnd().length;
  const moved = <Place extends { readonly start: number }>(place: Place): Place => ({
    ...place,
    start: place.start + from,
  });
  const id = item.rules[0]?.fields.get('id')?.value;
  const label = item.broken && typeof id === 'string' ? { rule: id } : {};
  return {
    rules: item.broken
      ? []
      : item.rules.map((rule) => ({
          ...moved(rule),
          fields: new Map(Array.from(rule.fields, ([field, value]) => [field, moved(value)] as const)),
        })),
    findings: item.findings.map((finding) => ({
      ...moved({ ...finding, start: Math.min(finding.start, last) }),
      ...label,
    })),
  };
}

function readYamlDocument(text: string): PlacedList & { readonly broken: boolean } {
  const document = yaml.parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
  });
  const findings: PlacedFinding[] = document.errors.map((error) => ({
    level: 'error',
    start: error.pos[0],
    message: `YAML: ${error.message.split('\n')[0] ?? ''}`,
  }));
  const root = document.contents;
  const list = yaml.isMap(root) ? root.get('rules', true) : root;
  const name: unknown = yaml.isMap(root) ? root.get('name') : undefined;
  const broken = findings.length > 0;
  const base = { broken, name: typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined };
  if (!yaml.isSeq(list)) {
    if (!broken) findings.push({ level: 'error', start: startOf(root), message: 'there is no list called rules' });
    return { ...base, rules: [], findings };
  }
  const rules: PlacedRule[] = [];
  for (const item of list.items) {
    const node = resolved(item, document);
    if (!yaml.isMap(node)) {
      findings.push({ level: 'error', start: startOf(item), message: 'a rule must have fields such as id and query' });
      continue;
    }
    const fields = new Map<string, PlacedValue>();
    for (const pair of node.items) {
      const key = yaml.isScalar(pair.key) ? String(pair.key.value) : '';
      if (fields.has(key)) {
        findings.push({
          level: 'warning',
          start: startOf(pair.key),
          message: `${key} is given twice; the first one counts`,
        });
        continue;
      }
      const start = valueStart(pair.value, text) ?? startOf(pair.key);
      fields.set(key, { value: plainValue(resolved(pair.value, document)), start, as: writtenAs(pair.value) });
    }
    rules.push({ start: startOf(node), fields });
  }
  return { ...base, rules, findings };
}

/** Aliases stand for what they point at; at most one step, so that no file can make them grow. */
function resolved(node: unknown, document: yaml.Document): unknown {
  return yaml.isAlias(node) ? node.resolve(document) : node;
}

function plainValue(node: unknown): unknown {
  if (yaml.isScalar(node)) {
    const { value, source } = node;
    // A plain scalar such as 007 or 2027-01-01 is text to a watchlist: keep what was written.
    if (node.type === 'PLAIN' && source !== undefined && value !== null && typeof value !== 'boolean') return source;
    return value instanceof Date ? value.toISOString() : value;
  }
  if (yaml.isSeq(node)) return node.items.map(plainValue);
  if (yaml.isMap(node) || yaml.isPair(node)) return {};
  return node ?? undefined;
}

function startOf(node: unknown): number {
  return yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

const forms: Readonly<Record<string, WrittenAs>> = {
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function writtenAs(node: unknown): WrittenAs {
  return (yaml.isScalar(node) ? forms[node.type ?? ''] : undefined) ?? 'plain';
}

/** Where the text of a scalar begins: after its quotation mark or block sign. */
function valueStart(node: unknown, text: string): number | undefined {
  const range = yaml.isNode(node) ? node.range : undefined;
  if (range === undefined || range === null) return undefined;
  const as = writtenAs(node);
  if (as === 'single-quoted' || as === 'double-quoted') return range[0] + 1;
  if (as !== 'block') return range[0];
  const line = text.indexOf('\n', range[0]);
  if (line < 0) return range[0];
  return line + 1 + (/^[ \n]*/u.exec(text.slice(line + 1, line + 1000))?.[0].length ?? 0);
}
