export { inputOf } from './conformance/file-checks.js';
export type { ConformanceCheck, ConformanceFile, ConformanceLive, SourceConformance } from './conformance/setup.js';
export { fileConformance, sourceConformance } from './source-conformance.js';
export { describeDatabases, type OpenOptions, type TestDatabases } from './database.js';
export { networkConformance } from './conformance/network-checks.js';
export { onlyGet } from './only-get.js';
