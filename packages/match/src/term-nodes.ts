import { fold } from '@vedette/decode';
import type { Comparison, HashtagNode, RegexNode, TermNode } from './query.js';
import { compileRegex, escapeRegex, longestPattern, withoutCounts } from './regex.js';
import { termWords } from './word-patterns.js';

/** What the fields around a term say about it. */
export interface Scope {
  readonly where: 'title' | 'both';
  readonly comparison: Comparison;
}

/** A node, or the nearest one that can be used together with what is wrong. */
interface Built<Node> {
  readonly node?: Node;
  readonly message?: string;
}

/** A term from what stands between quotes or blanks. */
export function buildTerm(written: string, scope: Scope): Built<TermNode> {
  let text = written.trim().replace(/\s+/gu, ' ');
  let message: string | undefined;
  const corrected = withOneEdit(text);
  if (corrected !== text) {
    message = 'only ~1 (one edit) can be asked for';
    text = corrected;
  }
  let { words, problem } = termWords(text, scope.comparison);
  if (problem !== undefined) {
    message ??= problem;
    text = withOneEdit(text.replace(/[*?]/gu, '').trim().replace(/\s+/gu, ' '));
    ({ words, problem } = termWords(text, scope.comparison));
  }
  if (words.length === 0) {
    return {
      message: message ?? (text === '' ? 'the phrase is empty' : `there is no letter, digit or emoji in ${text}`),
    };
  }
  const node: TermNode = { type: 'term', words, comparison: scope.comparison, where: scope.where, text };
  return message === undefined ? { node } : { node, message };
}

/** Any other number of edits as `~1`, and none without a word before it. */
function withOneEdit(text: string): string {
  const corrected = text.replace(/~(?!1(?![\p{L}\p{N}]))\d*(?=\s|$)/gu, '~1');
  if (corrected === text) return text;
  return corrected
    .replace(/(^|\s)~1/gu, '$1')
    .trim()
    .replace(/\s+/gu, ' ');
}

/** A hashtag as such; `tag` without the sign. */
export function buildHashtag(tag: string, scope: Scope): HashtagNode {
  return { type: 'hashtag', tag: fold(tag), where: scope.where, text: `#${tag}` };
}

/** A regular expression; one that cannot be read becomes the one that finds its own characters. */
export function buildRegex(source: string, scope: Scope): Built<RegexNode> {
  const make = (written: string): RegexNode => {
    const exact = written.startsWith('(?-i)');
    return {
      type: 'regex',
      pattern: exact ? written.slice(5) : written,
      source: written,
      ignoreCase: !exact,
      where: scope.where,
      raw: scope.comparison === 'raw',
      text: `/${written}/`,
    };
  };
  const node = make(source);
  const compiled = compileRegex(node.pattern, node.ignoreCase);
  if (!('message' in compiled)) return { node };
  const smaller = make(withoutCounts(source.slice(0, longestPattern)));
  if (smaller.source !== source && !('message' in compileRegex(smaller.pattern, smaller.ignoreCase))) {
    return { node: smaller, message: compiled.message };
  }
  const literal = escapeRegex(source.slice(0, 200));
  return literal === '' ? { message: compiled.message } : { node: make(literal), message: compiled.message };
}
