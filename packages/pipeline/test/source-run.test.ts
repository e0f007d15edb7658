import { describe, expect, it } from 'vitest';
import { nextPhase, outcomeOf, type RunEvent, type RunPhase } from '../src/source-run.js';

function walk(from: RunPhase, ...events: readonly RunEvent[]): RunPhase {
  return events.reduce(nextPhase, from);
}

describe('the run of a source', () => {
  it('goes round: turn, batch, stored, rest, turn', () => {
    expect(walk('due', 'turn')).toBe('reading');
    expect(walk('due', 'turn', 'batch')).toBe('storing');
    expect(walk('due', 'turn', 'batch', 'stored')).toBe('resting');
    expect(walk('due', 'turn', 'batch', 'stored', 'time')).toBe('due');
  });

  it('retries what may pass by itself, whether reading or storing failed', () => {
    expect(walk('reading', 'temporary', 'time')).toBe('due');
    expect(walk('storing', 'temporary')).toBe('retrying');
    expect(walk('reading', 'unknown')).toBe('retrying');
    expect(walk('reading', 'changed')).toBe('retrying');
  });

  it.each(['unauthorised', 'gone', 'incompatible'] as const)('stops on %s until a person asks again', (code) => {
    expect(walk('reading', code)).toBe('stopped');
    expect(walk('reading', code, 'time')).toBe('stopped');
    expect(walk('reading', code, 'asked')).toBe('due');
  });

  it('keeps to a limit even when a person asks', () => {
    expect(walk('reading', 'rate-limited', 'asked')).toBe('limited');
    expect(walk('reading', 'rate-limited', 'time')).toBe('due');
  });

  it('ignores what cannot happen in a phase', () => {
    expect(walk('resting', 'stored', 'batch', 'turn')).toBe('resting');
    expect(walk('reading', 'asked')).toBe('reading');
  });

  it('reports a closed source as gone and every other failure as failed', () => {
    expect(outcomeOf('gone')).toBe('gone');
    expect(outcomeOf('temporary')).toBe('failed');
  });
});
