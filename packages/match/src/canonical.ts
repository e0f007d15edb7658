import type { QueryNode } from './query.js';

/**
 * A query in a form that is equal for queries that ask the same: operands of AND and OR in one order and once, words folded.
 * @example canonical(parseQuery('gate Grey').ast) === canonical(parseQuery('grey AND gate').ast)
 */
export function canonical(node: QueryNode): string {
  switch (node.type) {
    case 'and':
    case 'or':
      return joined(node.type, node.items);
    case 'any-place':
      return joined('or', node.items);
    case 'not':
      return `not(${canonical(node.item)})`;
    case 'via':
      return `${node.negated ? 'without' : 'via'} ${node.step}(${canonical(node.item)})`;
    case 'near': {
      const sides = [canonical(node.left), canonical(node.right)];
      if (!node.ordered) sides.sort();
      return `near ${String(node.distance)} ${String(node.ordered)}(${sides.join(' ')})`;
    }
    case 'term':
      return `${node.where} ${node.comparison} ${JSON.stringify(node.words.map(({ kind, text }) => [kind, text]))}`;
    case 'hashtag':
      return `${node.where} #${node.tag}`;
    case 'regex':
      return `${node.where} ${String(node.raw)} /${node.source}/`;
    case 'field':
      return `${node.field}:${node.value}`;
  }
}

function joined(type: 'and' | 'or', items: readonly QueryNode[]): string {
  const parts = [...new Set(items.map(canonical))].sort();
  return parts.length === 1 ? (parts[0] ?? '') : `${type}(${parts.join(' ')})`;
}
