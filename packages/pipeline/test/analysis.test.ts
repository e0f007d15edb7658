import { itemSchema, matchSchema } from '@vedette/contract';
import { describe, expect, it } from 'vitest';
import { analyse, compileAnalysis, type AnalysisPlan } from '../src/analysis.js';
import { item } from './fakes.js';

const plan: AnalysisPlan = {
  at: Date.parse('2026-01-01T00:00:00Z'),
  watchlists: [
    {
      id: 'w1',
      version: 3,
      rules: [
        { id: 'r1', query: '"grey gate" -museum', severity: 'high' },
        { id: 'r2', query: 'lantern', action: 'count' },
        { id: 'old', query: 'grey', until: '2025-12-31' },
        { id: 'broken', query: '(' },
      ],
    },
    { id: 'w2', version: 1, rules: [{ id: 'r1', query: 'gate' }] },
  ],
  columns: [
    { id: 'all', query: ' ' },
    { id: 'gates', query: 'gate OR gates' },
  ],
};

describe('analysis', () => {
  it('decodes an Item and compares it with all watchlists and columns at once', () => {
    const found = compileAnalysis(plan)(item('1', 'Join the gr\u200bey gate'));
    expect(
      found.matches.map(({ watchlist, version, rule, severity, action }) => [
        watchlist,
        version,
        rule,
        severity,
        action,
      ]),
    ).toEqual([
      ['w1', 3, 'r1', 'high', 'alert'],
      ['w2', 1, 'r1', 'medium', 'alert'],
    ]);
    expect(found.matches[0]?.spans.map(({ start, end }) => [start, end])).toEqual([[9, 19]]);
    expect([...found.columns].sort()).toEqual(['all', 'gates']);
    expect(found.decoded.text.plain).toBe('Join the grey gate');
    expect(found.decoded.text.disguises.map(({ name }) => name)).toEqual(['invisible']);
  });

  it('gives copies the same key, disguised or not, and texts that say nothing none', () => {
    const analyser = compileAnalysis(plan);
    const key = (text: string, title?: string): string =>
      analyser(itemSchema.parse({ ...item('1', text), title })).copyKey;
    expect(key('Join the gr\u200bey gate!')).toBe(key('join the GREY gate'));
    expect(key('')).toBe('');
    expect(key('', 'A headline')).toBe(key('a headline'));
  });

  it('tries several rules on many Items', () => {
    const rules = [
      { id: 'lamp', query: 'lamp' },
      { id: 'any', query: 'a lamp' },
    ];
    const job = { kind: 'match-once', at: plan.at, rules } as const;
    const output = analyse({ ...job, items: [item('1', 'a lamp'), item('2', 'a door')] }, compileAnalysis(plan));
    const [first, second] = output.results;
    expect(first).toMatchObject({ ok: true, result: [{ item: '1', rule: 'lamp' }, { rule: 'any' }] });
    expect(first?.ok && matchSchema.array().safeParse(first.result).success).toBe(true);
    expect(second).toEqual({ ok: true, result: [] });
  });
});
