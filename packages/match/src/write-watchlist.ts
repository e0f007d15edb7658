import { ruleFields as fields } from './rule-fields.js';
import type { Rule, Watchlist, WatchlistFormat } from './shapes.js';

/**
 * A watchlist in a form that `readWatchlist` reads back unchanged (CSV has no place for the name, and examples with a
 * bar or a line end are parted there).
 * @example writeWatchlist({ name: 'Example', rules: [{ id: 'r1', query: 'gate' }] })
 */
export function writeWatchlist(watchlist: Watchlist, format: WatchlistFormat = 'yaml'): string {
  switch (format) {
    case 'yaml':
      return asYaml(watchlist);
    case 'json':
      return `${JSON.stringify({ name: watchlist.name, rules: watchlist.rules.map(inOrder) }, undefined, 2)}\n`;
    case 'csv':
      return asCsv(watchlist);
  }
}

type Field = keyof Rule;

/** The fields of a rule that are given, in the usual order. */
function inOrder(rule: Rule): Partial<Rule> {
  return Object.fromEntries(fields.flatMap((field) => (rule[field] === undefined ? [] : [[field, rule[field]]])));
}

function asYaml({ name, rules }: Watchlist): string {
  const lines = [`name: ${yamlText(name)}`, rules.length === 0 ? 'rules: []' : 'rules:'];
  for (const rule of rules) {
    let lead = '  - ';
    for (const field of fields) {
      const value = rule[field];
      if (value === undefined) continue;
      const written = typeof value === 'string' ? yamlText(value) : `[${value.map(yamlText).join(', ')}]`;
      lines.push(`${lead}${field}: ${written}`);
      lead = '    ';
    }
  }
  return `${lines.join('\n')}\n`;
}

const plain = /^[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*)*$/u;
const special = /^(?:null|true|false|yes|no|on|off|y|n)$/iu;
const day = /^\d{4}-\d{2}-\d{2}$/u;
/** What single quotation marks cannot hold: line ends, control characters, lone surrogates, marks of direction. */
const needsEscapes = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u;

function yamlText(text: string): string {
  if ((plain.test(text) && !special.test(text)) || day.test(text)) return text;
  if (!needsEscapes.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, (sign) =>
    Array.from(
      { length: sign.length },
      (_, unit) => String.raw`\u${sign.charCodeAt(unit).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

function asCsv({ rules }: Watchlist): string {
  const used = fields.filter(
    (field) => field === 'id' || field === 'query' || rules.some((rule) => rule[field] !== undefined),
  );
  const rows = rules.map((rule) => used.map((field) => cell(field, rule[field])).join(','));
  return `${[used.join(','), ...rows].join('\r\n')}\r\n`;
}

function cell(field: Field, value: Rule[Field]): string {
  const text = value === undefined ? '' : typeof value === 'string' ? value : value.join(field === 'lang' ? ' ' : '|');
  return /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
