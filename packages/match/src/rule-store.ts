import type { Severity } from './shapes.js';

/** A rule that runs. */
export interface RunningRule {
  readonly id: string;
  readonly query: string;
  readonly severity: Severity;
  readonly lang: readonly string[];
}

/** Rules in shared memory: threads read them without copying. */
export interface RuleTables {
  /** Of each rule its id, query and languages (joined by blanks), one after the other. */
  readonly units: Uint16Array;
  /** Three a rule: where each of its strings begins; one more at the end. */
  readonly starts: Int32Array;
  readonly severities: Uint8Array;
}

const severities: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/** Packs rules. */
export function packRules(rules: readonly RunningRule[]): RuleTables {
  const strings = rules.flatMap(({ id, query, lang }) => [id, query, lang.join(' ')]);
  const length = strings.reduce((sum, text) => sum + text.length, 0);
  const tables: RuleTables = {
    units: new Uint16Array(new SharedArrayBuffer(length * 2)),
    starts: new Int32Array(new SharedArrayBuffer((strings.length + 1) * 4)),
    severities: new Uint8Array(new SharedArrayBuffer(rules.length)),
  };
  let at = 0;
  for (const [index, text] of strings.entries()) {
    tables.starts[index] = at;
    for (let unit = 0; unit < text.length; unit += 1, at += 1) tables.units[at] = text.charCodeAt(unit);
  }
  tables.starts[strings.length] = at;
  for (const [index, { severity }] of rules.entries()) tables.severities[index] = severities.indexOf(severity);
  return tables;
}

/** Rule `index` of packed rules. */
export function unpackRule({ units, starts, severities: levels }: RuleTables, index: number): RunningRule {
  const text = (part: number): string => {
    const at = index * 3 + part;
    return textOf(units, starts[at] ?? 0, starts[at + 1] ?? 0);
  };
  const lang = text(2);
  return {
    id: text(0),
    query: text(1),
    severity: severities[levels[index] ?? 1] ?? 'medium',
    lang: lang === '' ? [] : lang.split(' '),
  };
}

function textOf(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 4096) {
    text += String.fromCharCode(...units.subarray(at, Math.min(end, at + 4096)));
  }
  return text;
}
