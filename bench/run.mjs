import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { groups } from './groups.mjs';
import { spread } from './measure.mjs';
import { environment, figure, table, writePart } from './report.mjs';

/**
 * @typedef {object} Group
 * @property {string} title
 * @property {string} unit
 * @property {string} about
 * @property {Record<string, () => Promise<import('./measure.mjs').Case>>} cases
 */

const help = `npm run bench -- [options]
  --only reading,decoding,matching,streaming,storing,record   only these groups
  --case TEXT      only cases whose name contains TEXT
  --rounds N       measured rounds a case (5)
  --latency        from an arriving entry to the alert on an open page, at 500 Items/s
  --seconds N      with --latency: how long (60)
  --large          a store with 1,000,000 Items: first pages and search (takes an hour)
  --items N        with --large: another number of Items
  --dry            print only, leave docs/bench.md alone`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    case: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    latency: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    large: { type: 'boolean', default: false },
    items: { type: 'string', default: '1000000' },
    dry: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) {
  console.log(help);
} else {
  console.log(environment());
  if (options.latency) {
    const { measureLatency } = await import('./latency.mjs');
    await publish('latency', await measureLatency(Number(options.seconds)));
  } else if (options.large) {
    const { measureLarge } = await import('./large.mjs');
    await publish('large', await measureLarge(Number(options.items)));
  } else {
    const wanted = options.only?.split(',') ?? Object.keys(groups);
    for (const name of wanted) {
      const group = groups[name];
      if (group === undefined)
        throw new Error(`there is no group ${name}; there are ${Object.keys(groups).join(', ')}`);
      await publish(name, await measureGroup(name, group));
    }
  }
}

/** @param {string} name @param {Group} group */
async function measureGroup(name, group) {
  const rows = [];
  for (const caseName of Object.keys(group.cases)) {
    if (options.case !== undefined && !caseName.includes(options.case)) continue;
    const { rates, count, note, peakMb, wholeMs } = await runInProcess(name, caseName);
    const { min, median, max } = spread(rates.wall);
    rows.push([
      note === '' ? caseName : `${caseName} (${note})`,
      figure(median),
      figure(min),
      figure(max),
      figure(spread(rates.cpu).median),
      figure((count * (rates.wall.length + 1) * 1000) / wholeMs),
      figure(peakMb),
    ]);
    console.error(`${group.title} · ${caseName}: ${figure(median)} ${group.unit}`);
  }
  const head = ['', `${group.unit}, median`, 'min', 'max', 'a CPU second', 'whole process', 'peak MB'];
  return `${group.about}\n\n${table(head, rows)}`;
}

/**
 * Each case has a process of its own, so that none profits from or suffers under another, and its memory is its own.
 * @param {string} group @param {string} caseName
 */
async function runInProcess(group, caseName) {
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('run-case.mjs', import.meta.url)), group, caseName, options.rounds],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${group} / ${caseName} ended with exit status ${code}`);
  return { ...JSON.parse(output.trim().split('\n').at(-1) ?? ''), wholeMs: performance.now() - begun };
}

/** @param {string} part @param {string} text */
async function publish(part, text) {
  console.log(`\n${text}`);
  const partial = options.case !== undefined;
  if (!options.dry && !partial) await writePart(part, `*${environment()}*\n\n${text}`);
}
