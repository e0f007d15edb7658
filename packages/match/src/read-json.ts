import { jsonMistake, wholeRules } from './json-mistake.js';
import { jsonNodes, memberOf, textOf, type JsonNode } from './json-nodes.js';
import type { PlacedFinding, PlacedList, PlacedRule, PlacedValue } from './placed.js';

/**
 * Reads a watchlist in JSON; a comma too many is forgiven. What is broken breaks once: the mistake is named, and the rules that
 * are whole still load.
 */
export function readJson(text: string): PlacedList {
  if (isJson(text)) return rulesOf(jsonNodes(text));
  const forgiven = withoutLastCommas(text);
  if (isJson(forgiven)) return rulesOf(jsonNodes(forgiven));
  const mistake = jsonMistake(text) ?? { offset: 0, message: 'it cannot be read' };
  const { rules, findings } = rulesOf(jsonNodes(wholeRules(text)));
  return {
    name: /^\s*\{\s*"name"\s*:\s*"([^"\\]{1,200})"/u.exec(text)?.[1],
    rules,
    findings: [
      { level: 'error', start: mistake.offset, message: `JSON: ${mistake.message}` },
      ...(rules.length > 0 ? findings : []),
    ],
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Where it breaks is looked for when it is known that it does: see `jsonMistake`.
    return false;
  }
}

const stringOrComma = /"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/gsu;

/** Each place stays where it was. */
function withoutLastCommas(text: string): string {
  return text.replace(stringOrComma, (found) => (found === ',' ? ' ' : found));
}

function rulesOf(root: JsonNode): PlacedList {
  const list = root.kind === 'array' ? root : memberOf(root, 'rules');
  const name = textOf(root, 'name');
  if (list?.kind !== 'array') {
    return {
      name,
      rules: [],
      findings: [{ level: 'error', start: root.start, message: 'there is no list called rules' }],
    };
  }
  const rules: PlacedRule[] = [];
  const findings: PlacedFinding[] = [];
  for (const node of list.items) {
    if (node.kind !== 'object') {
      findings.push({ level: 'error', start: node.start, message: 'a rule must have fields such as id and query' });
      continue;
    }
    const fields = new Map<string, PlacedValue>();
    for (const { key, start, node: value } of node.members) {
      if (fields.has(key)) {
        findings.push({ level: 'warning', start, message: `${key} is given twice; the first one counts` });
        continue;
      }
      const isText = value.kind === 'scalar' && typeof value.value === 'string';
      fields.set(key, {
        value: plainValue(value),
        start: value.start + (isText ? 1 : 0),
        as: isText ? 'double-quoted' : 'plain',
      });
    }
    rules.push({ start: node.start, fields });
  }
  return { name, rules, findings };
}

function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value ?? undefined;
    case 'array':
      return node.items.map(plainValue);
    case 'object':
      return {};
  }
}
