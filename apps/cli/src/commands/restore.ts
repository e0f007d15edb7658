import { Command } from 'commander';
import { storeLocationOf } from '../data-location.js';
import { example } from '../help-example.js';
import type { Session } from '../terminal/session.js';
import { version } from '../version.js';

interface RestoreFlags {
  readonly verify?: boolean;
  readonly data?: string;
}

/** `vedette restore DIR [--verify]` */
export function restoreCommand(session: Session): Command {
  return new Command('restore')
    .description('Fills an empty database from a backup; one part a line')
    .argument('<dir>', 'the folder of the backup')
    .option('--verify', 'check the backup against its hashes and change nothing')
    .option('--data <dir>', 'folder of the embedded database to fill (not used with DATABASE_URL)')
    .addHelpText(
      'after',
      example('vedette restore /mnt/backup/2026-11-24 --verify', 'vedette restore /mnt/backup/2026-11-24 --data ./new'),
    )
    .action((dir: string, flags: RestoreFlags) => restoreFrom(dir, flags, session));
}

async function restoreFrom(dir: string, flags: RestoreFlags, session: Session): Promise<void> {
  const { openStore, restore, verifyBackup } = await import('@vedette/store');
  if (flags.verify === true) {
    for await (const part of verifyBackup(dir)) await session.out.json(part);
    return;
  }
  const store = await openStore(storeLocationOf(flags.data, session.env), {
    version,
    now: session.now,
    log: (message) => session.warn(message),
  });
  try {
    for await (const part of restore(store, dir)) await session.out.json(part);
  } finally {
    await store.close();
  }
}
