import {
  checkRules,
  importFormatOf,
  importFormats,
  importWatchlist,
  writeWatchlist,
  type ImportFormat,
} from '@vedette/match';
import { Command, InvalidArgumentError, Option } from 'commander';
import { example } from '../help-example.js';
import type { Session } from '../terminal/session.js';
import { loadWatchlist, readBytes, reportFindings } from '../watchlist-file.js';

/** `vedette watchlist check` and `vedette watchlist import` */
export function watchlistCommand(session: Session): Command {
  return new Command('watchlist')
    .description('Checks watchlists and converts other formats')
    .addHelpText('after', example('vedette watchlist check list.yaml', 'vedette watchlist import terms.txt --as txt'))
    .addCommand(checkCommand(session))
    .addCommand(importCommand(session));
}

function checkCommand(session: Session): Command {
  return new Command('check')
    .description('Lints a watchlist and runs its examples; one finding a line')
    .argument('<file>', 'the watchlist: YAML, JSON or CSV')
    .addHelpText('after', example('vedette watchlist check list.yaml && echo ready'))
    .action((file: string) => check(file, session));
}

async function check(file: string, session: Session): Promise<void> {
  const { watchlist, findings, places } = await loadWatchlist(file, session);
  const all = [...findings, ...checkRules(watchlist.rules, { places, now: new Date(session.now()) })];
  all.sort((one, other) => one.line - other.line || one.column - other.column);
  reportFindings(all, file, session);
  if (session.pretty) {
    const errors = all.filter((finding) => finding.level === 'error').length;
    const rules = `${String(watchlist.rules.length)} rules load`;
    await session.out.line(`${rules}, ${String(errors)} errors, ${String(all.length - errors)} warnings`);
  } else {
    for (const finding of all) await session.out.json({ file, ...finding });
  }
}

function importCommand(session: Session): Command {
  return new Command('import')
    .description('Converts another format into a watchlist (YAML on stdout)')
    .argument('<file>', 'what to convert; - for stdin')
    .addOption(
      new Option('--as <format>', `the format of the file: ${importFormats.join(', ')}`)
        .argParser(formatNamed)
        .makeOptionMandatory(),
    )
    .addHelpText(
      'after',
      example(
        'vedette watchlist import terms.txt --as txt > list.yaml',
        'vedette watchlist import consolidated.xml --as un > designated.yaml',
      ),
    )
    .action((file: string, flags: { readonly as: ImportFormat }) => convert(file, flags.as, session));
}

function formatNamed(name: string): ImportFormat {
  const format = importFormatOf(name);
  if (format === undefined) throw new InvalidArgumentError(`Allowed choices are ${importFormats.join(', ')}.`);
  return format;
}

async function convert(file: string, as: ImportFormat, session: Session): Promise<void> {
  const { watchlist, findings } = importWatchlist(await readBytes(file, session), as, file === '-' ? undefined : file);
  reportFindings(findings, file, session);
  await session.out.line(writeWatchlist(watchlist).trimEnd());
}
