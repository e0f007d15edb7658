import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('serve.mjs', import.meta.url));
/** With it the measures may read the server's numbers. */
const metricsToken = 'a token for measuring only';
const account = { name: 'Bench', email: 'bench@example.org', password: 'a long password for measuring' };

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}

/**
 * Starts the real server as its own process, makes its administrator and signs in.
 * @param {{ dataDir: string } | { databaseUrl: string }} location
 * @param {string} scratch a folder for what a server with PostgreSQL keeps beside it
 */
export async function startServerProcess(location, scratch) {
  const port = await freePort();
  const dataDir = 'dataDir' in location ? location.dataDir : scratch;
  const { DATABASE_URL: _ours, ...environment } = process.env;
  const child = spawn(process.execPath, [command, dataDir, String(port)], {
    env: {
      ...environment,
      // The feeds of the latency measure are on this machine.
      VEDETTE_ALLOW_PRIVATE_ADDRESSES: '1',
      VEDETTE_METRICS_TOKEN: metricsToken,
      ...('databaseUrl' in location ? { DATABASE_URL: location.databaseUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  const token = await new Promise((resolve, reject) => {
    const hear = (/** @type {Buffer} */ chunk) => {
      words += chunk.toString('utf8');
      const found = /https?:\/\/\S*#\S*?([\w-]{43})(?:\s|$)/.exec(words);
      if (found?.[1] !== undefined) resolve(found[1]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) =>
      reject(new Error(`the server ended with exit status ${code}: ${words.slice(-2_000)}`)),
    );
  });
  const origin = `http://127.0.0.1:${port}`;
  const session = await fetch(`${origin}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...account }),
  });
  if (!session.ok) throw new Error(`setting up failed: ${session.status} ${await session.text()}`);
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

  /** @param {string} method @param {string} path @param {unknown} [body] */
  async function call(method, path, body) {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { cookie, 'x-vedette': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}: ${text.slice(0, 500)}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  return {
    call,
    /** Seconds of processor time that the server took so far, all its threads together, where the system tells. */
    cpuSeconds: async () => {
      const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // Fields 14 and 15 of proc(5), in hundredths of a second.
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    /** The longest that the main thread did nothing else, in milliseconds, since this was asked last. */
    loopBlockedMs: async () => {
      const answer = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
      const found = /^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(await answer.text());
      return Number(found?.[1] ?? Number.NaN) * 1000;
    },
    /** Megabytes in use by the server process, where the system tells. */
    memoryMb: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
    },
    /** Hears the live channel until the signal aborts. @param {AbortSignal} signal @param {(event: { type: string } & Record<string, any>) => void} hear */
    async listen(signal, hear) {
      const answer = await fetch(`${origin}/api/v1/live`, { headers: { cookie, accept: 'text/event-stream' }, signal });
      if (answer.body === null || !answer.ok) throw new Error(`the live channel answers ${answer.status}`);
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      const done = (async () => {
        let waiting = '';
        for (;;) {
          const { value, done: ended } = await reader.read();
          if (ended) return;
          waiting += value;
          const messages = waiting.split('\n\n');
          waiting = messages.pop() ?? '';
          for (const message of messages) {
            const data = message
              .split('\n')
              .filter((line) => line.startsWith('data:'))
              .map((line) => line.slice(5))
              .join('\n');
            if (data !== '') hear(JSON.parse(data));
          }
        }
      })();
      done.catch((error) => {
        if (!signal.aborted) console.error(`the live channel broke: ${error}`);
      });
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
