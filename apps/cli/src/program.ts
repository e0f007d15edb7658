import { Command } from 'commander';
import { backupCommand } from './commands/backup.js';
import { decodeCommand } from './commands/decode.js';
import { doctorCommand } from './commands/doctor.js';
import { languageCommand } from './commands/language.js';
import { ledgerCommand } from './commands/ledger.js';
import { matchCommand } from './commands/match.js';
import { readCommand } from './commands/read.js';
import { restoreCommand } from './commands/restore.js';
import { similarCommand } from './commands/similar.js';
import { sourcesCommand } from './commands/sources.js';
import { startCommand } from './commands/start.js';
import { verifyCommand } from './commands/verify.js';
import { watchlistCommand } from './commands/watchlist.js';
import { example } from './help-example.js';
import type { Session } from './terminal/session.js';
import { version } from './version.js';

const commands = [
  startCommand,
  readCommand,
  decodeCommand,
  matchCommand,
  watchlistCommand,
  languageCommand,
  similarCommand,
  verifyCommand,
  ledgerCommand,
  backupCommand,
  restoreCommand,
  sourcesCommand,
  doctorCommand,
];

/** The whole command line. Each command is one file in `commands/`. */
export function createProgram(session: Session): Command {
  const program = new Command('vedette')
    .description('Reads public sources into Items, decodes disguised text, matches watchlists, and serves the console.')
    .version(version, '--version', 'print the version')
    .addHelpText('after', example('vedette read export.zip feed.xml | vedette match --watchlist list.yaml | jq .'));
  for (const create of commands) program.addCommand(create(session));
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
