import { commonness } from '@vedette/decode';
import { canonical } from './canonical.js';
import { languageFits } from './metadata.js';
import { parseQuery } from './parse-query.js';
import type { FieldNode, QueryNode } from './query.js';
import type { FindingCode, Rule } from './shapes.js';

/** What is doubtful about a rule that loads. */
export interface Advice {
  readonly code: FindingCode;
  readonly message: string;
  readonly repair?: string;
}

/** A word at least this common (see `commonness`) stands in a great part of all posts of its language. */
const everydayLevel = 9;

/** What a reader would ask the author of a rule. Only what is certain: a warning that is often wrong is not read. */
export function lintQuery({ query, lang }: Rule, ast: QueryNode): readonly Advice[] {
  const advice: Advice[] = [];
  const plain = query.replace(/"[^"]*"/gu, (phrase) => ' '.repeat(phrase.length));
  if (/(?:^|\s)(?:or|and|not)(?:\s|$)/u.test(plain)) {
    const message = 'or, and, not in lower case are looked for as words; operators are upper case';
    const repair = query.replace(
      /("[^"]*")|(?<=^|\s)(?:or|and|not)(?=\s|$)/gu,
      (found, phrase?: string) => phrase ?? found.toUpperCase(),
    );
    advice.push({
      code: 'lower-case-operator',
      message,
      ...(parseQuery(repair).problems.length === 0 ? { repair } : {}),
    });
  }
  if (!query.includes('(') && ast.type === 'or' && ast.items.some((item) => item.type === 'and')) {
    advice.push({ code: 'mixed-operators', message: 'AND binds tighter than OR; write brackets to say what is meant' });
  }
  const never = whyNever(ast) ?? whyNeverIn(ast, lang);
  if (never !== undefined) advice.push({ code: 'never-matches', message: `it can never match: ${never}` });
  else if (catchesMost(ast)) advice.push({ code: 'matches-most', message: 'nearly every Item matches this' });
  else {
    const word = everydayWord(ast);
    if (word !== undefined) {
      advice.push({ code: 'everyday-word', message: `${word} is an everyday word; say what else makes it meant` });
    }
  }
  return advice;
}

/** Why a query contradicts itself. */
function whyNever(node: QueryNode): string | undefined {
  if (node.type === 'or') {
    const reasons = node.items.map(whyNever);
    return reasons.includes(undefined) ? undefined : reasons[0];
  }
  if (node.type === 'via') return whyNever(node.item);
  if (node.type !== 'and') return undefined;
  const wanted = new Set(node.items.map(canonical));
  for (const item of node.items) {
    if (item.type === 'not' && wanted.has(canonical(item.item))) return 'what it asks for, it leaves out';
    const inner = whyNever(item);
    if (inner !== undefined) return inner;
  }
  const fields = node.items.filter((item): item is FieldNode => item.type === 'field');
  const since = latest(fields, 'since');
  const until = fields
    .filter(({ field }) => field === 'until')
    .map(({ value }) => value)
    .sort()[0];
  if (since !== undefined && until !== undefined && since > until) return `since:${since} is after until:${until}`;
  const kinds = new Set(fields.filter(({ field }) => field === 'kind').map(({ value }) => value));
  if (kinds.size > 1) return `nothing is ${[...kinds].join(' and ')} at once`;
  const languages = fields.filter(({ field }) => field === 'lang').map(({ value }) => value);
  const odd = languages.find((one) =>
    languages.some((other) => !languageFits(one, other) && !languageFits(other, one)),
  );
  return odd === undefined ? undefined : `no Item states the languages ${[...new Set(languages)].join(' and ')}`;
}

function latest(fields: readonly FieldNode[], name: 'since'): string | undefined {
  return fields
    .filter(({ field }) => field === name)
    .map(({ value }) => value)
    .sort()
    .at(-1);
}

/** A rule that skips Items of other languages and asks for one of those. */
function whyNeverIn(ast: QueryNode, lang: readonly string[] | undefined): string | undefined {
  if (lang === undefined || lang.length === 0) return undefined;
  const asked = (ast.type === 'and' ? ast.items : [ast]).find(
    (item): item is FieldNode => item.type === 'field' && item.field === 'lang',
  );
  if (asked === undefined || lang.some((one) => languageFits(one, asked.value) || languageFits(asked.value, one)))
    return undefined;
  return `lang:${asked.value} is none of the rule's own languages (${lang.join(', ')})`;
}

function catchesMost(node: QueryNode): boolean {
  switch (node.type) {
    case 'and':
      return node.items.every(catchesMost);
    case 'or':
      return node.items.some(catchesMost);
    case 'not':
      return true;
    case 'via':
      return false;
    case 'field':
      return node.field === 'kind' || node.field === 'lang' || node.field === 'since' || node.field === 'until';
    case 'term': {
      const [word] = node.words;
      return node.words.length === 1 && word !== undefined && /^[a-z0-9]$/u.test(word.text);
    }
    case 'regex':
      return /^\(?\.[*+]?\)?$/u.test(node.pattern);
    case 'hashtag':
    case 'near':
    case 'any-place':
      return false;
  }
}

/** The one word that a rule asks for, alone or as one of several, if everybody says it. */
function everydayWord(node: QueryNode): string | undefined {
  switch (node.type) {
    case 'or':
      return node.items.map(everydayWord).find((word) => word !== undefined);
    case 'and': {
      const wanted = node.items.filter((item) => item.type !== 'not');
      return wanted.length === 1 && wanted[0] !== undefined ? everydayWord(wanted[0]) : undefined;
    }
    case 'term': {
      const [word] = node.words;
      if (node.words.length !== 1 || word?.kind !== 'word' || node.comparison === 'cs') return undefined;
      return commonness(word.text) >= everydayLevel ? node.text : undefined;
    }
    case 'not':
    case 'via':
    case 'near':
    case 'any-place':
    case 'hashtag':
    case 'regex':
    case 'field':
      return undefined;
  }
}
