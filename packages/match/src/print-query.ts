import type { QueryNode, TermNode } from './query.js';

/** How tightly a printed node holds together: a looser one inside a tighter one needs brackets. */
const strength = { or: 0, and: 1, not: 2, near: 3, leaf: 4 } as const;

/**
 * A tree as a query that parses to an equal tree.
 * @example printQuery(parseQuery('a  AND(b)').ast) // 'a b'
 */
export function printQuery(node: QueryNode): string {
  return print(node, strength.or);
}

function print(node: QueryNode, within: number): string {
  const own = strengthOf(node);
  const text = printBare(node);
  return own < within ? `(${text})` : text;
}

function strengthOf(node: QueryNode): number {
  switch (node.type) {
    case 'or':
      return strength.or;
    case 'any-place':
      return strength.or;
    case 'and':
    case 'via':
      return strength.and;
    case 'not':
      return strength.not;
    case 'near':
      return strength.near;
    case 'term':
    case 'hashtag':
    case 'regex':
    case 'field':
      return strength.leaf;
  }
}

function printBare(node: QueryNode): string {
  switch (node.type) {
    case 'or':
    case 'any-place':
      return node.items.map((item) => print(item, strength.and)).join(' OR ');
    case 'and':
      return node.items.map((item) => print(item, item.type === 'via' ? strength.leaf : strength.not)).join(' ');
    case 'via':
      return `${node.negated ? '-' : ''}via:${node.step} ${print(node.item, node.item.type === 'and' ? strength.and : strength.not)}`;
    case 'not':
      return node.item.type === 'not' ? `NOT ${print(node.item, strength.not)}` : `-${print(node.item, strength.near)}`;
    case 'near':
      return `${print(node.left, strength.near)} ${node.ordered ? 'ONEAR' : 'NEAR'}/${String(node.distance)} ${print(node.right, strength.leaf)}`;
    case 'term':
      return printTerm(node);
    case 'hashtag':
      return `${node.where === 'title' ? 'title:' : ''}#${node.text.replace(/^#/u, '')}`;
    case 'regex':
      return `${node.where === 'title' ? 'title:' : ''}${node.raw ? 'raw:' : ''}/${node.source}/`;
    case 'field':
      return `${node.field}:${/[\s()"“”„«»]/u.test(node.value) ? `"${node.value.replaceAll('"', '')}"` : node.value}`;
  }
}

const bareWord = /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}*?'’_.&+-]*(?:~1)?$/u;
/** An emoji alone needs no quotation marks either. */
const bareEmoji = /^\p{Extended_Pictographic}[\ufe0f\u200d\p{Emoji_Modifier}\p{Extended_Pictographic}]*$/u;
const operatorLike = /^(?:OR|AND|NOT|O?NEAR)$/u;

function printTerm(node: TermNode): string {
  const prefix = `${node.where === 'title' ? 'title:' : ''}${node.comparison === 'folded' ? '' : `${node.comparison}:`}`;
  const bare = (bareWord.test(node.text) || bareEmoji.test(node.text)) && !operatorLike.test(node.text);
  return `${prefix}${bare ? node.text : `"${node.text.replaceAll('"', ' ')}"`}`;
}
