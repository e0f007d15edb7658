import type { Item } from '@vedette/contract';
import { readInputs } from '@vedette/sources';
import { Command } from 'commander';
import { example } from '../help-example.js';
import { countOf, withInputFlags } from '../input-flags.js';
import { inputOptions, type InputFlags } from '../text-inputs.js';
import { ReadCounts } from '../read-counts.js';
import { inputsOrStdin } from '../stdin-argument.js';
import type { Session } from '../terminal/session.js';

interface ReadFlags extends InputFlags {
  readonly limit?: number;
  readonly raw?: boolean;
}

/** `vedette read INPUT...` */
export function readCommand(session: Session): Command {
  return withInputFlags(new Command('read'))
    .description('Reads any supported source into Items, one a line: file, folder, zip, tar, - (stdin), URL, ws://')
    .argument('<input...>', 'what to read')
    .option('--limit <n>', 'end after this many Items', countOf)
    .option('--raw', 'keep the foreign record of each Item under raw')
    .addHelpText(
      'after',
      example(
        'vedette read export.zip feed.xml > items.ndjson',
        'vedette read posts.csv --columns text=Body,date=When --zone Europe/Brussels',
        'vedette read ws://127.0.0.1:6008/subscribe --text-path commit.record.text --limit 100',
      ),
    )
    .action((inputs: readonly string[], flags: ReadFlags) => readItems(inputs, flags, session));
}

async function readItems(inputs: readonly string[], flags: ReadFlags, session: Session): Promise<void> {
  let items = 0;
  const counts = new ReadCounts();
  const options = { ...inputOptions(flags, session), raw: flags.raw === true };
  for await (const result of readInputs(inputsOrStdin(inputs, session), options)) {
    if ('rejected' in result) {
      session.reject(result.rejected);
      continue;
    }
    await print(result.item, session);
    session.progress.count('Items');
    counts.add(result.item);
    items += 1;
    if (items === flags.limit || session.out.closed) break;
  }
  for (const line of counts.lines()) session.tell(line);
}

/** A foreign record under `raw` may nest deeper than JSON can be written. */
async function print(item: Item, session: Session): Promise<void> {
  let line: string;
  try {
    line = JSON.stringify(item);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    session.reject({
      where: item.source.file ?? item.id,
      reason: `the record of ${item.id} nests too deep to be kept`,
    });
    return;
  }
  await session.out.line(line);
}
