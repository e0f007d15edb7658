import { Command } from 'commander';
import { example } from '../help-example.js';
import { openExisting, wrongFolder } from '../open-existing.js';
import type { Session } from '../terminal/session.js';

/** `vedette backup DIR` */
export function backupCommand(session: Session): Command {
  return new Command('backup')
    .description(
      'Writes everything, consistent as of one moment, into an empty folder; one part a line. Stop a server on the embedded database first',
    )
    .argument('<dir>', 'an empty folder, or one that is made')
    .option('--data <dir>', 'folder of the embedded database (not used with DATABASE_URL)')
    .addHelpText('after', example('vedette backup /mnt/backup/2026-11-24'))
    .action((dir: string, flags: { readonly data?: string }) => backUp(dir, flags.data, session));
}

async function backUp(dir: string, data: string | undefined, session: Session): Promise<void> {
  const { backup } = await import('@vedette/store');
  const store = await openExisting(data, session);
  try {
    for await (const part of backup(store, dir)) {
      await session.out.json(part);
      session.progress.count('parts');
    }
  } catch (error) {
    throw await wrongFolder(error);
  } finally {
    await store.close();
  }
}
