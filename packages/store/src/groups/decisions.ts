import { randomUUID } from 'node:crypto';
import type { Decision, Verdict } from '@vedette/contract';
import type { Actor } from '../actor.js';
import type { Context, Tx } from '../context.js';
import { StoreError } from '../errors.js';
import type { Page, PageRequest } from '../page.js';
import { printCursor, readCursor } from '../page-cursor.js';
import { storableOrNull } from '../stored-text.js';
import { alertsOf, toDecision, undoMs } from './alert-rows.js';
import { type AlertEvent, nextState } from './alert-states.js';
import { CountChanges } from './counts.js';
import { severityOf } from './priority.js';
import { appendRecord } from './record.js';

/** A verdict and who gives it. */
export interface DecisionInput {
  readonly verdict: Verdict;
  readonly reason?: string | undefined;
  readonly by: Actor;
}

/** What a bulk decision would settle, to be shown before it is taken. */
export interface BulkPreview {
  readonly alerts: number;
  readonly items: number;
  readonly alreadyDecided: number;
  /** severity to how many of the undecided alerts have it */
  readonly severities: Record<string, number>;
}

/** What a bulk decision settled. */
export interface BulkResult {
  readonly decisions: Decision[];
  /** alerts that a colleague decided first; they are left as they are */
  readonly alreadyDecided: string[];
}

/** Decisions are only ever added; an undo is an entry of its own, and both stay on record. */
export interface Decisions {
  /**
   * Decides an alert with all its copies. An escalated alert may be decided again; `escalated` leaves it with moderators.
   * @throws StoreError `not-found`; `conflict` where a colleague was first (the message names the verdict, not the person's reason)
   */
  decide(alert: string, input: DecisionInput): Promise<Decision>;
  decideMany(alerts: readonly string[], input: DecisionInput): Promise<BulkResult>;
  preview(alerts: readonly string[]): Promise<BulkPreview>;
  /**
   * Takes back an own decision within ten seconds; the alert is what it was before.
   * @throws StoreError `not-found`, `forbidden` (somebody else's), `too-late`, `conflict` (undone already)
   */
  undo(decision: string, by: Actor): Promise<Decision>;
  list(request: PageRequest): Promise<Page<Decision>>;
}

export function createDecisions({ db, now, write }: Context): Decisions {
  return {
    async decide(alert, input) {
      return await write(async (tx) => {
        const { decisions, alreadyDecided } = await decideAll(tx, [alert], input, now());
        const [decision] = decisions;
        if (decision !== undefined) return decision;
        if (alreadyDecided.length === 0)
          throw new StoreError('not-found', `There is no alert ${alert}; it may have been removed`);
        const [present] = await alertsOf(tx, [alert]);
        const { verdict = 'decided', by } = present?.decision ?? {};
        throw new StoreError(
          'conflict',
          `${by?.name ?? 'A colleague'} decided this first: ${verdict}. Load it again to see it`,
        );
      });
    },
    async decideMany(alerts, input) {
      return await write((tx) => decideAll(tx, [...new Set(alerts)], input, now()));
    },
    async preview(alerts) {
      const rows = await db
        .selectFrom('alerts')
        .select(['state', 'severity', 'copies'])
        .where('id', 'in', [...new Set(alerts)])
        .execute();
      const undecided = rows.filter(({ state }) => state !== 'decided');
      const severities: Record<string, number> = {};
      for (const { severity } of undecided) {
        const name = severityOf(severity);
        severities[name] = (severities[name] ?? 0) + 1;
      }
      return {
        alerts: undecided.length,
        items: undecided.reduce((sum, { copies }) => sum + copies, 0),
        alreadyDecided: rows.length - undecided.length,
        severities,
      };
    },
    async undo(decision, by) {
      return await write((tx) => undo(tx, decision, by, now()));
    },
    async list({ cursor, limit }) {
      let query = db
        .selectFrom('decisions')
        .leftJoin('decision_undos', 'decision_undos.decision', 'decisions.id')
        .selectAll('decisions')
        .select('decision_undos.at as undone_at')
        .orderBy('decisions.seq', 'desc')
        .limit(limit + 1);
      if (cursor !== undefined) query = query.where('decisions.seq', '<', Number(readCursor(cursor, ['number'])[0]));
      const rows = await query.execute();
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const { count } = await db
        .selectFrom('decisions')
        .select((build) => build.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return {
        rows: page.map(toDecision),
        ...(rows.length > limit && last !== undefined ? { next: printCursor([last.seq]) } : {}),
        total: { value: count, exact: true },
      };
    },
  };
}

async function decideAll(
  tx: Tx,
  alerts: readonly string[],
  { verdict, reason, by }: DecisionInput,
  at: number,
): Promise<BulkResult> {
  const rows = await tx
    .selectFrom('alerts')
    .select(['id', 'state', 'copies', 'decision'])
    .where('id', 'in', alerts)
    .orderBy('id')
    .forUpdate()
    .execute();
  const event: AlertEvent = verdict === 'escalated' ? 'escalate' : 'decide';
  const counts = new CountChanges();
  const decisions: Decision[] = [];
  const alreadyDecided: string[] = [];
  for (const row of rows) {
    const state = nextState(row.state, event);
    if (state === undefined) {
      alreadyDecided.push(row.id);
      continue;
    }
    const decision = {
      id: randomUUID(),
      alert: row.id,
      verdict,
      reason: storableOrNull(reason),
      by_id: by.id,
      by_name: by.name,
      at: new Date(at),
      copies: row.copies,
      before_state: row.state,
      before_decision: row.decision,
    };
    await tx.insertInto('decisions').values(decision).execute();
    await tx.updateTable('alerts').set({ state, decision: decision.id }).where('id', '=', row.id).execute();
    counts.add('alerts', row.state, -1);
    counts.add('alerts', state, 1);
    decisions.push(toDecision({ ...decision, undone_at: null }));
  }
  await counts.write(tx);
  await appendRecord(
    tx,
    decisions.map(({ id, alert, copies }) => ({
      at,
      actor: by,
      action: 'alert.decided',
      subject: alert,
      details: { decision: id, verdict, copies, ...(reason === undefined ? {} : { reason }) },
    })),
  );
  return { decisions, alreadyDecided };
}

async function undo(tx: Tx, id: string, by: Actor, at: number): Promise<Decision> {
  const row = await tx
    .selectFrom('decisions')
    .leftJoin('decision_undos', 'decision_undos.decision', 'decisions.id')
    .leftJoin('alerts', 'alerts.id', 'decisions.alert')
    .selectAll('decisions')
    .select(['decision_undos.at as undone_at', 'alerts.decision as in_force', 'alerts.state'])
    .where('decisions.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new StoreError('not-found', `There is no decision ${id}`);
  if (row.by_id !== by.id)
    throw new StoreError('forbidden', `${row.by_name} took this decision; only they can take it back`);
  if (row.undone_at !== null) throw new StoreError('conflict', 'This decision was taken back already');
  if (at > row.at.getTime() + undoMs)
    throw new StoreError(
      'too-late',
      'A decision can be taken back for ten seconds; decide again instead, both stay on record',
    );
  if (row.in_force !== id || row.state === null)
    throw new StoreError('conflict', 'Something newer happened to this alert: load it again');
  await tx
    .insertInto('decision_undos')
    .values({ decision: id, at: new Date(at) })
    .execute();
  const { before_state: state, before_decision: decision } = row;
  await tx.updateTable('alerts').set({ state, decision }).where('id', '=', row.alert).execute();
  const counts = new CountChanges();
  counts.add('alerts', row.state, -1);
  counts.add('alerts', state, 1);
  await counts.write(tx);
  await appendRecord(tx, [{ at, actor: by, action: 'decision.undone', subject: row.alert, details: { decision: id } }]);
  return toDecision({ ...row, undone_at: new Date(at) });
}
