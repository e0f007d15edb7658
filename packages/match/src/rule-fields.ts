import type { Rule, RuleAction, Severity } from './shapes.js';

/** A value of a rule as a file gave it. */
export interface GivenValue {
  readonly value: unknown;
}

/** A rule as a file gave it. */
export interface GivenRule {
  readonly fields: ReadonlyMap<string, GivenValue>;
}

export interface FieldProblem {
  readonly level: 'error' | 'warning';
  readonly field: string;
  readonly message: string;
}

const severities = ['low', 'medium', 'high', 'critical'] as const;
const actions = ['alert', 'digest', 'count'] as const;
/** The fields of a rule in the order in which they are written. */
export const ruleFields = [
  'id',
  'query',
  'lang',
  'severity',
  'action',
  'note',
  'basis',
  'until',
  'must',
  'mustNot',
] as const satisfies readonly (keyof Rule)[];
const names: readonly string[] = ruleFields;

/** Whether a rule has a field of this name. */
export function isRuleField(name: string): boolean {
  return names.includes(name);
}

/**
 * Makes a rule of given values. An `error` means that the rule cannot be used; a `warning` that a field was left out.
 */
export function ruleOf(given: GivenRule): { rule?: Rule; problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const text = (field: string): string | undefined => {
    const value = given.fields.get(field)?.value;
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    problems.push({ level: 'error', field, message: `${field} must be text` });
    return undefined;
  };
  const list = (field: string): readonly string[] | undefined => {
    const value = given.fields.get(field)?.value;
    if (value === undefined || value === null || value === '') return undefined;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = values.filter(
      (one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean',
    );
    if (texts.length < values.length)
      problems.push({ level: 'error', field, message: `${field} must be a list of texts` });
    return texts.length === 0 ? undefined : texts.map(String);
  };
  function oneOf<Option extends string>(field: string, options: readonly Option[]): Option | undefined {
    const value = text(field)?.trim().toLowerCase();
    const known = options.find((option) => option === value);
    if (value !== undefined && known === undefined) {
      problems.push({
        level: 'error',
        field,
        message: `${field} is "${value}"; it must be one of ${options.join(', ')}`,
      });
    }
    return known;
  }
  for (const field of given.fields.keys()) {
    if (!isRuleField(field)) {
      problems.push({ level: 'warning', field, message: `${field} is no field of a rule; it is left out` });
    }
  }
  const id = text('id')?.trim();
  const query = text('query');
  if (id === undefined || id === '') problems.push({ level: 'error', field: 'id', message: 'the rule has no id' });
  if (query === undefined || query.trim() === '') {
    problems.push({ level: 'error', field: 'query', message: 'the rule has no query' });
  }
  const until = day(text('until'));
  if (until === null) {
    problems.push({ level: 'error', field: 'until', message: 'until must be a day such as 2027-01-01' });
  }
  const rule = {
    id: id ?? '',
    query: query ?? '',
    lang: list('lang')?.map((tag) => tag.trim()),
    severity: oneOf('severity', severities),
    action: oneOf('action', actions),
    note: text('note'),
    basis: text('basis'),
    until: until ?? undefined,
    must: list('must'),
    mustNot: list('mustNot'),
  };
  if (problems.some(({ level }) => level === 'error')) return { problems };
  return { rule: withoutUndefined(rule), problems };
}

function day(value: string | undefined): string | undefined | null {
  if (value === undefined) return undefined;
  const found = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0+)?Z?)?$/u.exec(value.trim())?.[1];
  if (found === undefined) return null;
  const time = Date.parse(`${found}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(found) ? found : null;
}

function withoutUndefined(candidate: {
  readonly id: string;
  readonly query: string;
  readonly lang: readonly string[] | undefined;
  readonly severity: Severity | undefined;
  readonly action: RuleAction | undefined;
  readonly note: string | undefined;
  readonly basis: string | undefined;
  readonly until: string | undefined;
  readonly must: readonly string[] | undefined;
  readonly mustNot: readonly string[] | undefined;
}): Rule {
  const { id, query, lang, severity, action, note, basis, until, must, mustNot } = candidate;
  return {
    id,
    query,
    ...(lang === undefined ? {} : { lang }),
    ...(severity === undefined ? {} : { severity }),
    ...(action === undefined ? {} : { action }),
    ...(note === undefined ? {} : { note }),
    ...(basis === undefined ? {} : { basis }),
    ...(until === undefined ? {} : { until }),
    ...(must === undefined ? {} : { must }),
    ...(mustNot === undefined ? {} : { mustNot }),
  };
}
