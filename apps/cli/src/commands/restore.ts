import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { UsageError } from '../errors.js';
import { example } from '../help-example.js';
import { openData, wrongFolder } from '../open-existing.js';
import type { Session } from '../terminal/session.js';

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
  if (!existsSync(dir)) throw new UsageError(`there is no backup at ${dir}`);
  const { restore, verifyBackup } = await import('@vedette/store');
  if (flags.verify === true) {
    for await (const part of verifyBackup(dir)) await session.out.json(part);
    return;
  }
  const store = await openData(flags.data, session);
  try {
    for await (const part of restore(store, dir)) await session.out.json(part);
  } catch (error) {
    throw await wrongFolder(error);
  } finally {
    await store.close();
  }
}
