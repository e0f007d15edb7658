import { Command } from 'commander';
import { example } from './help-example.js';
import type { Session } from './terminal/session.js';
import { version } from './version.js';

/** Makes the command of one call. */
type CreateCommand = (session: Session) => Command;

/** Every command, in the order of the help. Each is loaded only when it is asked for: most need little of the others. */
const commands = new Map<string, () => Promise<CreateCommand>>([
  ['start', async () => (await import('./commands/start.js')).startCommand],
  ['read', async () => (await import('./commands/read.js')).readCommand],
  ['decode', async () => (await import('./commands/decode.js')).decodeCommand],
  ['match', async () => (await import('./commands/match.js')).matchCommand],
  ['watchlist', async () => (await import('./commands/watchlist.js')).watchlistCommand],
  ['language', async () => (await import('./commands/language.js')).languageCommand],
  ['similar', async () => (await import('./commands/similar.js')).similarCommand],
  ['verify', async () => (await import('./commands/verify.js')).verifyCommand],
  ['ledger', async () => (await import('./commands/ledger.js')).ledgerCommand],
  ['backup', async () => (await import('./commands/backup.js')).backupCommand],
  ['restore', async () => (await import('./commands/restore.js')).restoreCommand],
  ['sources', async () => (await import('./commands/sources.js')).sourcesCommand],
  ['doctor', async () => (await import('./commands/doctor.js')).doctorCommand],
]);

/**
 * The command line as far as a call needs it: the command that `args` name, or all where they name none (help, version,
 * a mistake). Each command is one file in `commands/`.
 */
export async function createProgram(session: Session, args: readonly string[]): Promise<Command> {
  const program = new Command('vedette')
    .description('Reads public sources into Items, decodes disguised text, matches watchlists, and serves the console.')
    .version(version, '--version', 'print the version')
    .addHelpText('after', example('vedette read export.zip feed.xml | vedette match --watchlist list.yaml | jq .'));
  const name = args.find((arg) => !arg.startsWith('-'));
  const wanted = name === undefined ? undefined : commands.get(name);
  for (const load of wanted === undefined ? commands.values() : [wanted]) {
    const create = await load();
    program.addCommand(create(session));
  }
  settle(program, session);
  return program;
}

/** The same habits for every command: `--quiet`, one form of error message, exit by status instead of by surprise. */
function settle(command: Command, session: Session): void {
  command
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void session.out.line(text.trimEnd()),
      writeErr: (text) => {
        for (const line of text.trimEnd().split('\n')) session.note(line);
      },
      outputError: (text, write) => {
        write(`vedette: ${text.replace(/^error: /u, '').trim()} (see ${nameOf(command)} --help)`);
      },
    });
  const isProgram = command.parent === null;
  if (isProgram || command.commands.length === 0) command.option('-q, --quiet', 'no progress on the terminal');
  if (isProgram) {
    command.hook('preAction', (_program, called) => {
      if (called.optsWithGlobals()['quiet'] === true) session.quiet();
    });
  }
  for (const sub of command.commands) settle(sub, session);
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}
