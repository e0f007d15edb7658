import type { Rule } from '@vedette/contract';
import { describe, expect, it } from 'vitest';
import { severeChanges } from '../src/features/watchlists/severe-changes.js';

const low: Rule = { id: 'low', query: 'gate', severity: 'low' };
const high: Rule = { id: 'high', query: 'grey gate', severity: 'high' };
const on = (...rules: Rule[]) => ({ rules, enabled: true });

describe('changes that need a second person', () => {
  it.each([
    ['nothing', on(low, high), on(low, high), []],
    ['other rules', on(low, high), on({ ...low, query: 'door' }, high, { id: 'new', query: 'x' }), []],
    ['a new severe rule', on(low), on(low, high, { ...high, id: 'worse', severity: 'critical' }), ['high', 'worse']],
    ['a changed query', on(high), on({ ...high, query: 'grey' }), ['high']],
    ['a changed end', on(high), on({ ...high, until: '2030-01-01' }), ['high']],
    ['a rule made severe', on(low), on({ ...low, severity: 'critical' }), ['low']],
    ['a rule made less severe', on(high), on({ ...high, severity: 'medium' }), ['high']],
    ['fields in another order', on(high), on({ severity: 'high', query: 'grey gate', id: 'high' }), []],
    ['a removed rule', on(low, high), on(low), []],
    ['switching on', { ...on(low, high), enabled: false }, on(low, high), ['high']],
    ['switching off', on(low, high), { ...on(low, high), enabled: false }, []],
  ])('%s', (_, before, wanted, ids) => {
    expect(severeChanges(before, wanted)).toEqual(ids);
  });
});
