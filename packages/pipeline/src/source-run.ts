import type { SourceErrorCode } from '@vedette/sources';

/**
 * Where the run of one watched source stands.
 * - `due`: waits for its turn; `reading`: asks the source; `storing`: commits what came
 * - `resting`: until the source says that asking again makes sense
 * - `retrying`: until a growing pause is over; `limited`: until the limit that the source named has passed
 * - `stopped`: until a person asks again, because only a person can help
 */
export type RunPhase = 'due' | 'reading' | 'storing' | 'resting' | 'retrying' | 'limited' | 'stopped';

/**
 * What can happen. `time`: the pause is over; `asked`: a person wants it read now; `changed`: what could be read before
 * is incompatible now; `unknown`: an error outside the closed set.
 */
export type RunEvent =
  'turn' | 'batch' | 'ended' | 'stored' | 'time' | 'asked' | 'changed' | 'unknown' | SourceErrorCode;

const whileWorking = {
  temporary: 'retrying',
  changed: 'retrying',
  unknown: 'retrying',
  'rate-limited': 'limited',
  unauthorised: 'stopped',
  gone: 'stopped',
  incompatible: 'stopped',
} as const satisfies Partial<Record<RunEvent, RunPhase>>;

/** What is missing here cannot happen in that phase, or changes nothing. */
const table: Readonly<Record<RunPhase, Partial<Readonly<Record<RunEvent, RunPhase>>>>> = {
  due: { turn: 'reading' },
  reading: { ...whileWorking, batch: 'storing', ended: 'resting' },
  storing: { ...whileWorking, stored: 'resting' },
  resting: { time: 'due', asked: 'due' },
  retrying: { time: 'due', asked: 'due' },
  // A person who asks during a limit still waits: asking sooner would only prolong it.
  limited: { time: 'due' },
  stopped: { asked: 'due' },
};

/**
 * The phase after an event; the same phase where the event changes nothing.
 * @example nextPhase('reading', 'gone') // 'stopped'
 */
export function nextPhase(phase: RunPhase, event: RunEvent): RunPhase {
  return table[phase][event] ?? phase;
}

/** What the attempt is reported as: a source that is gone is told from one that fails. */
export function outcomeOf(event: SourceErrorCode | 'unknown'): 'failed' | 'gone' {
  return event === 'gone' ? 'gone' : 'failed';
}
