import type { PlacedFinding, PlacedList, PlacedRule, PlacedValue } from './placed.js';
import { readYamlItem } from './read-yaml.js';

/** A name, then one value in its line. */
const field = /^([A-Za-z]\w*):(?: +(.*?))?[ \t]*$/u;
const single = /^'((?:[^']|'')*)'$/u;
const double = /^"((?:[^"\\]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*)"$/u;
/** Begins like text, a number, a bracket or a slash and holds no sign that means something to YAML there. */
const plain = /^[\p{L}\p{N}(/][^:#\t]*$/u;
/** The same within `[…]` and `{…}`. */
const plainInFlow = /^[\p{L}\p{N}(/][^:#[\]{},'"\t]*$/u;
const special = /^(?:null|true|false|~|yes|no|on|off)$/iu;
/** An anchor, an alias or a tag may stand for something elsewhere. */
const elsewhere = /[\s,[{:-][&*!][^\s=]/u;
const flowField =
  /[ ]*([A-Za-z]\w*):[ ]+('(?:[^']|'')*'|"(?:[^"\\\n]|\\.)*"|\[(?:[^\]'"\n]|'(?:[^']|'')*'|"(?:[^"\\\n]|\\.)*")*\]|[^,{}[\]'"\n][^,{}[\]\n]*?)[ ]*([,}])/uy;

/**
 * Reads YAML as nearly all watchlists are written, several times faster than a parser of the whole language: a name, then a
 * list whose items have one field a line. An item of another shape is read by that parser. `undefined` where the file is
 * not of that shape; the answer is the parser's own in all that counts.
 */
export function readPlainYaml(text: string): PlacedList | undefined {
  const first = listStart(text);
  if (first === undefined) return undefined;
  const rules: PlacedRule[] = [];
  const findings: PlacedFinding[] = [];
  const { indent } = first;
  const dash = `${' '.repeat(indent)}- `;
  for (let at = first.start; at < text.length;) {
    const end = itemEnd(text, at, dash);
    if (end === undefined) return undefined;
    const rule = text.startsWith(dash, at) ? plainItem(text, at, end, indent + 2) : undefined;
    if (rule !== undefined) rules.push(rule);
    else if (elsewhere.test(text.slice(at, end))) return undefined;
    else {
      const item = readYamlItem(text.slice(at, end), at);
      rules.push(...item.rules);
      findings.push(...item.findings);
    }
    at = end;
  }
  return { name: first.name, rules, findings };
}

const header = /^(?:(?:#.*)?\r?\n|name:[ \t]+(.+?)[ \t]*\r?\n)*?rules:[ \t]*\r?\n/u;

function listStart(
  text: string,
): { readonly start: number; readonly name?: string; readonly indent: number } | undefined {
  const found = header.exec(text);
  if (found === null) return undefined;
  const start = found[0].length;
  const indent = /^ */u.exec(text.slice(start, start + 50))?.[0].length ?? 0;
  if (!/^-(?: |\r?\n)/u.test(text.slice(start + indent, start + indent + 3))) return undefined;
  const written = found[1];
  if (written === undefined) return { start, indent };
  const name = scalarOf(written, 0, plain)?.value;
  return typeof name === 'string' ? { start, indent, name } : undefined;
}

/** Where the next item begins; `undefined` if a line before it is not part of this one. */
function itemEnd(text: string, start: number, dash: string): number | undefined {
  const indent = dash.length - 2;
  let at = start;
  for (;;) {
    const newline = text.indexOf('\n', at);
    if (newline < 0) return text.length;
    at = newline + 1;
    if (text.startsWith(dash, at) || /^-\r?(?:\n|$)/u.test(text.slice(at + indent, at + indent + 3))) {
      if (blanksAt(text, at) === indent) return at;
    }
    const blanks = blanksAt(text, at);
    const sign = text[at + blanks];
    if (blanks <= indent && sign !== undefined && sign !== '\n' && sign !== '\r') return undefined;
  }
}

function blanksAt(text: string, at: number): number {
  let count = 0;
  while (text.charCodeAt(at + count) === 0x20) count += 1;
  return count;
}

/** An item with one field a line, or `undefined` for any other shape. */
function plainItem(text: string, start: number, end: number, column: number): PlacedRule | undefined {
  if (text[start + column] === '{') return flowItem(text, start + column, end);
  const fields = new Map<string, PlacedValue>();
  for (let at = start + column; at < end;) {
    const { line, next } = lineAt(text, at, end);
    const found = field.exec(line);
    const name = found?.[1];
    if (name === undefined || fields.has(name)) return undefined;
    const written = found?.[2] ?? '';
    let after = next;
    let value: PlacedValue | undefined;
    if (written === '') {
      const list = blockList(text, next, end, column);
      value = list?.value;
      after = list?.next ?? next;
    } else value = valueOf(written, at + line.indexOf(written, name.length + 1));
    if (value === undefined) return undefined;
    fields.set(name, value);
    if (after >= end) break;
    if (blanksAt(text, after) === column) at = after + column;
    else if (text.slice(after, end).trim() === '') break;
    else return undefined;
  }
  return { start: start + column, fields };
}

function lineAt(text: string, at: number, end: number): { readonly line: string; readonly next: number } {
  const newline = text.indexOf('\n', at);
  const lineEnd = newline < 0 || newline > end ? end : newline;
  return { line: text.slice(at, text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd), next: lineEnd + 1 };
}

/** Texts below a name, one a line behind `- `, at least as far in as the name. */
function blockList(
  text: string,
  from: number,
  end: number,
  column: number,
): { value: PlacedValue; next: number } | undefined {
  const values: unknown[] = [];
  const indent = blanksAt(text, from);
  if (indent < column) return undefined;
  let at = from;
  while (at < end && blanksAt(text, at) === indent && text[at + indent] === '-') {
    const { line, next } = lineAt(text, at + indent, end);
    const written = /^- +(.+?)[ \t]*$/u.exec(line)?.[1];
    const value = written === undefined ? undefined : scalarOf(written, 0, plain);
    if (value === undefined) return undefined;
    values.push(value.value);
    at = next;
  }
  return values.length === 0 ? undefined : { value: { value: values, start: from + indent, as: 'plain' }, next: at };
}

/** An item in braces in one line. */
function flowItem(text: string, start: number, end: number): PlacedRule | undefined {
  const fields = new Map<string, PlacedValue>();
  flowField.lastIndex = start + 1;
  for (;;) {
    const from = flowField.lastIndex;
    const found = flowField.exec(text);
    const [whole = '', name = '', written = '', sign] = found ?? [];
    if (found === null || flowField.lastIndex > end || fields.has(name)) return undefined;
    const at = from + whole.indexOf(written, whole.indexOf(':') + 1);
    const value = written.startsWith('[') ? valueOf(written, at) : scalarOf(written, at, plainInFlow);
    if (value === undefined) return undefined;
    fields.set(name, value);
    if (sign === '}') break;
  }
  return text.slice(flowField.lastIndex, end).trim() === '' ? { start, fields } : undefined;
}

function valueOf(written: string, start: number): PlacedValue | undefined {
  if (!written.startsWith('[')) return scalarOf(written, start, plain);
  if (!written.endsWith(']')) return undefined;
  const inner = written.slice(1, -1).trim();
  if (inner === '') return { value: [], start, as: 'plain' };
  const values: unknown[] = [];
  for (const part of inner.split(/ *, */u)) {
    const one = scalarOf(part, start, plainInFlow);
    // A comma within quotation marks would be cut: the whole parser reads those.
    if (one === undefined) return undefined;
    values.push(one.value);
  }
  return { value: values, start, as: 'plain' };
}

function scalarOf(written: string, start: number, bare: RegExp): PlacedValue | undefined {
  const sign = written.charCodeAt(0);
  if (sign === 0x27) {
    const inner = single.exec(written)?.[1];
    return inner === undefined
      ? undefined
      : { value: inner.includes("''") ? inner.replaceAll("''", "'") : inner, start: start + 1, as: 'single-quoted' };
  }
  if (sign === 0x22) {
    const inner = double.exec(written)?.[1];
    if (inner === undefined) return undefined;
    const value: unknown = inner.includes('\\') ? JSON.parse(written) : inner;
    return { value, start: start + 1, as: 'double-quoted' };
  }
  if (!bare.test(written) || special.test(written)) return undefined;
  return { value: written, start, as: 'plain' };
}
