import type { Alert, Item } from '@vedette/contract';
import type { Items, LookBack } from '@vedette/store';
import type { Analysis } from './analysis.js';
import type { Clock } from './clock.js';
import { PipelineError } from './errors.js';
import type { Isolated } from './isolate.js';

/** A watchlist to be run over what is stored already. */
export interface LookBackRequest {
  readonly watchlist: string;
  /** the version that was saved; when the rules in force are of another one, the search ends */
  readonly version: number;
  /** epoch milliseconds; Items published (or, undated, received) since then */
  readonly since: number;
  /** ends the search between two batches; what was found until then stays */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: LookBackProgress) => void;
}

/** How far a search has come. */
export interface LookBackProgress {
  /** Items that were looked at, newest first */
  readonly looked: number;
  /** matches that were not known before */
  readonly matches: number;
  /** alerts that were opened */
  readonly alerts: number;
}

export interface LookBackParts {
  readonly items: Pick<Items, 'scan'>;
  readonly lookBack: Pick<LookBack, 'commit'>;
  readonly clock: Clock;
  readonly analyse: (items: readonly Item[]) => Promise<readonly Isolated<Analysis>[]>;
  /** hears of alerts once they are stored */
  readonly onAlerts: (alerts: readonly Alert[]) => void;
}

/**
 * Runs one watchlist over stored Items, the way arriving ones are matched. One batch at a time, so that what arrives
 * meanwhile goes in between. Running it twice changes nothing the second time.
 * @throws PipelineError `rules-changed` where the rules in force are not of the version asked for
 */
export async function lookBack(parts: LookBackParts, request: LookBackRequest): Promise<LookBackProgress> {
  const { watchlist, version, since, signal } = request;
  let progress: LookBackProgress = { looked: 0, matches: 0, alerts: 0 };
  for await (const batch of parts.items.scan({ since, limit: Number.MAX_SAFE_INTEGER })) {
    if (signal.aborted) break;
    const items = batch.map(({ item }) => item).filter(({ deletedAt }) => deletedAt === undefined);
    const results = await parts.analyse(items);
    const found = results.flatMap((result, index) => {
      const item = items[index];
      const matches = result.ok ? result.result.matches.filter((match) => match.watchlist === watchlist) : [];
      if (matches.some((match) => match.version !== version)) throw changed(watchlist);
      return item === undefined || matches.length === 0 ? [] : [{ item, matches }];
    });
    if (found.length > 0) {
      const result = await parts.lookBack.commit({ watchlist, version, found, at: parts.clock.now() });
      progress = {
        ...progress,
        matches: progress.matches + result.matches,
        alerts: progress.alerts + result.opened,
      };
      if (result.alerts.length > 0) parts.onAlerts(result.alerts);
    }
    progress = { ...progress, looked: progress.looked + batch.length };
    request.onProgress?.(progress);
  }
  return progress;
}

function changed(watchlist: string): PipelineError {
  return new PipelineError('rules-changed', `the rules of ${watchlist} changed meanwhile; look again`);
}
