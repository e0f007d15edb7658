export {
  inputOf,
  sourceConformance,
  type ConformanceCheck,
  type ConformanceFile,
  type ConformanceLive,
  type SourceConformance,
} from './source-conformance.js';
export { describeDatabases, type OpenOptions, type TestDatabases } from './database.js';
