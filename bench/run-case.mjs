import { groups } from './groups.mjs';
import { measure } from './measure.mjs';

/** One case in a process of its own: prints its figures as one line of JSON. Started by run.mjs. */
const [groupName, caseName, rounds] = process.argv.slice(2);
const make = groups[groupName]?.cases[caseName];
if (make === undefined) throw new Error(`there is no case ${groupName} / ${caseName}`);
const measured = await make();
const rates = await measure(measured, Number(rounds));
await measured.close?.();
process.stdout.write(
  `${JSON.stringify({
    rates,
    count: measured.count,
    note: measured.note ?? '',
    // kilobytes on Linux and on macOS, as Node gives it
    peakMb: process.resourceUsage().maxRSS / 1024,
  })}\n`,
);
process.exit(0);
