import { Command } from 'commander';
import { storeLocationOf } from '../data-location.js';
import { example } from '../help-example.js';
import type { Session } from '../terminal/session.js';
import { version } from '../version.js';

/** `vedette backup DIR` */
export function backupCommand(session: Session): Command {
  return new Command('backup')
    .description('Writes everything, consistent as of one moment, into an empty folder; one part a line')
    .argument('<dir>', 'an empty folder, or one that is made')
    .option('--data <dir>', 'folder of the embedded database (not used with DATABASE_URL)')
    .addHelpText('after', example('vedette backup /mnt/backup/2026-11-24'))
    .action((dir: string, flags: { readonly data?: string }) => backUp(dir, flags.data, session));
}

async function backUp(dir: string, data: string | undefined, session: Session): Promise<void> {
  const { backup, openStore } = await import('@vedette/store');
  const store = await openStore(storeLocationOf(data, session.env), {
    version,
    now: session.now,
    log: (message) => session.warn(message),
  });
  try {
    for await (const part of backup(store, dir)) {
      await session.out.json(part);
      session.progress.count('parts');
    }
  } finally {
    await store.close();
  }
}
