import { Command } from 'commander';
import type { Check, CheckTarget } from '../checks/check.js';
import { checkClock } from '../checks/clock-sane.js';
import { checkDatabase } from '../checks/database-opens.js';
import { checkDisk } from '../checks/disk-space.js';
import { checkFonts } from '../checks/fonts-bundled.js';
import { checkNode } from '../checks/node-version.js';
import { checkPort } from '../checks/port-free.js';
import { databaseUrlOf, dataDirOf } from '../data-location.js';
import { example } from '../help-example.js';
import { portOf } from '../input-flags.js';
import type { Session } from '../terminal/session.js';

interface DoctorFlags {
  readonly host: string;
  readonly port: number;
  readonly data?: string;
}

/** `vedette doctor` */
export function doctorCommand(session: Session): Command {
  return new Command('doctor')
    .description('Checks the installation: Node, disk, database, port, clock, fonts; each failing check names its fix')
    .option('--host <host>', 'address that the server will listen on', '127.0.0.1')
    .option('--port <n>', 'port that the server will listen on', portOf, 8417)
    .option('--data <dir>', 'folder of the embedded database')
    .addHelpText('after', example('vedette doctor', 'vedette doctor --port 8080 | jq "select(.ok | not) | .fix"'))
    .action((flags: DoctorFlags) => examine(flags, session));
}

async function examine(flags: DoctorFlags, session: Session): Promise<void> {
  const target: CheckTarget = {
    host: flags.host,
    port: flags.port,
    dataDir: dataDirOf(flags.data),
    databaseUrl: databaseUrlOf(session.env),
    now: session.now(),
  };
  const checks: readonly (() => Check | Promise<Check>)[] = [
    () => checkNode(process.versions.node),
    () => checkDisk(target.dataDir),
    () => checkDatabase(target),
    () => checkPort(target),
    () => checkClock(target.now),
    () => checkFonts(),
  ];
  for (const check of checks) await report(await check(), session);
}

async function report(check: Check, session: Session): Promise<void> {
  if (!check.ok) session.failed();
  if (!session.pretty) {
    await session.out.json(check);
    return;
  }
  const mark = check.ok ? session.paint('green', 'ok  ') : session.paint('red', 'FAIL');
  await session.out.line(`${mark} ${check.check.padEnd(9)} ${check.detail}`);
  if (check.fix !== undefined) await session.out.line(`     ${session.paint('bold', `fix: ${check.fix}`)}`);
}
