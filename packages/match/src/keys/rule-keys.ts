import type { QueryNode } from '../query.js';
import { chooseKeys, squeezedKeys, tableKeys, WordCounts } from './choose-keys.js';
import { pairKey } from './key-kinds.js';
import { keyRole, type KeyTables } from './key-table.js';
import { KeyTableBuilder } from './key-table-builder.js';
import type { KeyUse } from './key-search.js';

/** What the rules wait for, in shared memory. */
export interface RuleKeys {
  readonly tables: KeyTables;
  readonly use: KeyUse;
  /** Rules without a key: they are evaluated on every Item. */
  readonly always: readonly number[];
}

/** Chooses the keys of all rules, `queries` in the order of the rules. */
export function keysOfRules(queries: readonly QueryNode[]): RuleKeys {
  const counts = new WordCounts();
  for (const query of queries) counts.add(query);
  const builder = new KeyTableBuilder();
  const always: number[] = [];
  const prefixLengths = new Set<number>();
  const use = { fuzzy: false, emoji: false, tags: false, literals: false };
  for (const [rule, query] of queries.entries()) {
    const keys = chooseKeys(query, counts);
    if (keys === undefined) {
      always.push(rule);
      continue;
    }
    const table = new Set<number>();
    for (const key of keys) {
      if (key.kind === 'pair') {
        const left = builder.add(key.left, keyRole.pairLeft);
        const right = builder.add(key.right, keyRole.pairRight);
        table.add(builder.add(pairKey(left, right)));
        for (const word of [key.left, key.right]) for (const one of squeezedKeys(word)) table.add(builder.add(one));
        continue;
      }
      for (const one of tableKeys(key)) table.add(builder.add(one));
      if (key.kind === 'prefix') prefixLengths.add(key.text.length);
      else if (key.kind === 'fuzzy') use.fuzzy = true;
      else if (key.kind === 'emoji') use.emoji = true;
      else if (key.kind === 'tag') use.tags = true;
      else if (key.kind === 'literal') use.literals = true;
    }
    for (const key of table) builder.wait(key, rule);
  }
  return {
    tables: builder.build().tables,
    use: { ...use, prefixLengths: [...prefixLengths].sort((a, b) => a - b) },
    always,
  };
}
