import { LinePlaces } from '../line-places.js';
import type { ReadWatchlist, WatchlistFinding } from '../shapes.js';
import { collect, listName, type Row } from './collect.js';
import { everydayName } from './everyday.js';
import { namesIn } from './organisation-names.js';
import { attribute, xmlEvents } from './xml-events.js';

interface Named {
  readonly text: string;
  readonly offset: number;
}

interface Entity {
  readonly offset: number;
  reference: string;
  listedOn: string;
  kind: string;
  /** Main name, aliases and names in original script, in the order of the file. */
  readonly names: Named[];
}

/** Elements that hold a name of an entity: FIRST_NAME to FOURTH_NAME are one name in parts. */
const nameParts = new Set(['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']);

/**
 * The consolidated list of the United Nations Security Council (XML): one rule for each organisation, with all its names.
 * Individuals are never read. A name that is an everyday word or a short acronym is a finding and stands in the rule's
 * note, not in its query.
 */
export function importUnList(text: string, file?: string): ReadWatchlist {
  const lines = new LinePlaces(text);
  const findings: WatchlistFinding[] = [];
  const { entities, individuals, day, isList } = entitiesOf(text);
  const name = day === '' ? listName(file, 'UN Security Council list') : `UN Security Council list of ${day}`;
  if (!isList) {
    const message = 'this is no consolidated list of the UN Security Council: there is no element CONSOLIDATED_LIST';
    return collect(name, [], [{ level: 'error', line: 1, column: 1, message }]);
  }
  if (individuals > 0) {
    const message = `${String(individuals)} individuals are passed over: only organisations are looked for`;
    findings.push({ level: 'warning', line: 1, column: 1, message });
  }
  const rows: Row[] = [];
  for (const entity of entities) {
    const place = lines.at(entity.offset);
    const label = entity.reference === '' ? undefined : entity.reference;
    const say = (level: 'error' | 'warning', offset: number, message: string): void => {
      findings.push({ level, ...(label === undefined ? {} : { rule: label }), ...lines.at(offset), message });
    };
    const { queries, proposals } = judged(entity, say);
    const [main] = entity.names;
    if (main === undefined) {
      say('error', entity.offset, 'an organisation without a name');
      continue;
    }
    if (queries.length === 0) {
      say('warning', entity.offset, 'no name is left that can be looked for alone; there is no rule for it');
      continue;
    }
    const held = proposals.length === 0 ? '' : `; not looked for alone: ${proposals.join('; ')}`;
    rows.push({
      ...place,
      id: label,
      name: main.text,
      query: queries.join(' OR '),
      rest: { note: `${main.text}${held}`, basis: basisOf(entity, day) },
    });
  }
  return collect(name, rows, findings);
}

function basisOf({ reference, kind, listedOn }: Entity, day: string): string {
  return [
    'UN Security Council Consolidated List',
    reference,
    kind,
    listedOn === '' ? '' : `listed on ${listedOn}`,
    day === '' ? '' : `list of ${day}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Which names of an entity are looked for, and which a person has to decide about. */
function judged(
  { names }: Entity,
  say: (level: 'error' | 'warning', offset: number, message: string) => void,
): { queries: readonly string[]; proposals: readonly string[] } {
  const queries = new Map<string, string>();
  const proposals = new Set<string>();
  for (const { text, offset } of names) {
    for (const name of namesIn(text)) {
      const why = everydayName(name);
      if (why === undefined) {
        const query = `"${name}"`;
        const key = name.toLowerCase();
        if (!queries.has(key)) queries.set(key, query);
      } else if (!proposals.has(name)) {
        proposals.add(name);
        say('warning', offset, `"${name}" is ${why}; add it by hand if it is meant`);
      }
    }
  }
  return { queries: [...queries.values()], proposals: [...proposals] };
}

function entitiesOf(xml: string): {
  readonly entities: readonly Entity[];
  readonly individuals: number;
  readonly day: string;
  readonly isList: boolean;
} {
  const entities: Entity[] = [];
  let individuals = 0;
  let day = '';
  let isList = false;
  let inIndividual = false;
  let entity: Entity | undefined;
  let text = '';
  let textAt = 0;
  let parts: Named[] = [];
  for (const event of xmlEvents(xml)) {
    if (event.type === 'text') {
      if (text === '') textAt = event.offset + (/^\s*/u.exec(event.text)?.[0].length ?? 0);
      text += event.text;
      continue;
    }
    const value = text.trim();
    text = '';
    if (event.type === 'open') {
      if (event.name === 'CONSOLIDATED_LIST') {
        isList = true;
        day = attribute(event.attributes, 'dateGenerated')?.slice(0, 10) ?? '';
      } else if (event.name === 'INDIVIDUAL') {
        individuals += 1;
        inIndividual = true;
      } else if (event.name === 'ENTITY' && !inIndividual) {
        entity = { offset: event.offset, reference: '', listedOn: '', kind: '', names: [] };
        parts = [];
      }
      continue;
    }
    if (event.name === 'INDIVIDUAL') inIndividual = false;
    if (inIndividual || entity === undefined) continue;
    if (event.name === 'ENTITY') {
      const [first] = parts;
      if (first !== undefined)
        entity.names.unshift({ text: parts.map((part) => part.text).join(' '), offset: first.offset });
      entities.push(entity);
      entity = undefined;
    } else if (value === '') continue;
    else if (nameParts.has(event.name)) parts.push({ text: value, offset: textAt });
    else if (event.name === 'ALIAS_NAME' || event.name === 'NAME_ORIGINAL_SCRIPT')
      entity.names.push({ text: value, offset: textAt });
    else if (event.name === 'REFERENCE_NUMBER') entity.reference = value;
    else if (event.name === 'LISTED_ON') entity.listedOn = value.slice(0, 10);
    else if (event.name === 'UN_LIST_TYPE') entity.kind = value;
  }
  return { entities, individuals, day, isList };
}
