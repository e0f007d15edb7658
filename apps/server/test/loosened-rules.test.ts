import { parseQuery } from '@vedette/match';
import { describe, expect, it } from 'vitest';
import { loosenedRules } from '../src/features/watchlists/loosened-rules.js';

function loosenings(query: string, lang?: string[]): string[] {
  return loosenedRules({ id: 'r', query, lang }).map(({ kind, part, query: left }) => `${kind} ${part} → ${left}`);
}

describe('rules that ask one thing less', () => {
  it('leave out each required and each excluded part, and let the words of a phrase stand apart', () => {
    expect(loosenings('"grey gate" join -museum')).toEqual([
      'required "grey gate" → join -museum',
      'place "grey gate" → (grey gate) join -museum',
      'required join → "grey gate" -museum',
      'excluded museum → "grey gate" join',
    ]);
  });

  it('never leave a query that looks for nothing', () => {
    expect(loosenings('gate')).toEqual([]);
    expect(loosenings('gate lang:en')).toEqual(['required lang:en → gate']);
    expect(loosenings('-museum gate')).toEqual(['excluded museum → gate']);
    expect(loosenings('门口')).toEqual([]);
    expect(loosenings('gate OR')).toEqual([]);
  });

  it('loosen each alternative of OR by itself', () => {
    expect(loosenings('lantern OR mill')).toEqual([]);
    expect(loosenings('lantern OR (mill pond)')).toEqual(['required mill → pond', 'required pond → mill']);
    expect(loosenings('(lantern pond) OR (mill -wheel)')).toEqual([
      'required lantern → pond',
      'required pond → lantern',
      'excluded wheel → mill',
    ]);
  });

  it('let both sides of NEAR stand anywhere, any disguise do, and any language', () => {
    expect(loosenings('lantern NEAR/3 (mill OR pond)')).toEqual([
      'place lantern NEAR/3 (mill OR pond) → lantern (mill OR pond)',
    ]);
    expect(loosenings('via:leet gate')).toEqual(['disguise via:leet → gate']);
    expect(loosenings('gate', ['en', 'ar'])).toEqual(['language en, ar → gate']);
  });

  it('are queries that load', () => {
    for (const query of ['title:"a b" via:leet (x "y z")', 'cs:"Grey Gate" #now -/ga+te/', 'a (b OR "c d") -e']) {
      for (const { query: left } of loosenedRules({ id: 'r', query })) {
        expect({ left, problems: parseQuery(left).problems }).toEqual({ left, problems: [] });
      }
    }
  });
});
