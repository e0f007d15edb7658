export { systemClock, type Clock } from './clock.js';
export type { CommitOutcome } from './commit.js';
export { PipelineError, type PipelineErrorCode } from './errors.js';
export type { Emitter, PipelineEventName, PipelineEvents } from './events.js';
export { copyKey } from './copy-key.js';
export type { ImportProgress, ImportRequest } from './import-results.js';
export type { LookBackProgress, LookBackRequest } from './look-back.js';
export type { Log, LogLevel } from './log.js';
export {
  createPipeline,
  type IngestRequest,
  type Pipeline,
  type PipelineOptions,
  type PipelineStats,
  type PipelineStore,
} from './pipeline.js';
