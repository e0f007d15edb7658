import { run } from './run.js';

const status = await run(process.argv.slice(2), process);
// everything is written; a connection that still says goodbye (a WebSocket) must not keep the process
process.exit(status);
