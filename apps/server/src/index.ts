export { startServer, type RunningServer, type StartOptions } from './start-server.js';
export { StartError, type StartErrorCode } from './errors.js';
