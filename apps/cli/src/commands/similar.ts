import { plainOf } from '@vedette/decode';
import { SimilarIndex } from '@vedette/similar';
import { Command, InvalidArgumentError } from 'commander';
import { example } from '../help-example.js';
import { withInputFlags } from '../input-flags.js';
import { textInputs, type InputFlags } from '../text-inputs.js';
import type { Session } from '../terminal/session.js';

interface SimilarFlags extends InputFlags {
  readonly threshold: number;
  /** milliseconds */
  readonly window: number;
}

/** `vedette similar [INPUT...] [--threshold 0.8] [--window 24h]` */
export function similarCommand(session: Session): Command {
  return withInputFlags(new Command('similar'))
    .description('Finds copies and near-copies: {id, cluster, similarity, of?}, one a line')
    .argument('[input...]', 'what to compare; stdin where nothing is given')
    .option('--threshold <share>', 'from which Jaccard index on two texts are near-copies, up to 1', thresholdOf, 0.8)
    .option('--window <time>', 'how far back from publishedAt, such as 90m, 24h or 7d', windowOf, windowOf('24h'))
    .addHelpText('after', example('vedette read chat.zip press/ | vedette similar --threshold 0.9 --window 7d'))
    .action((inputs: readonly string[], flags: SimilarFlags) => compareAll(inputs, flags, session));
}

async function compareAll(inputs: readonly string[], flags: SimilarFlags, session: Session): Promise<void> {
  const index = new SimilarIndex({ threshold: flags.threshold, windowMs: flags.window });
  for await (const { ref, item } of textInputs(inputs, flags, session)) {
    await session.out.json(index.add({ id: ref, plain: plainOf(item.text), publishedAt: item.publishedAt }));
    session.progress.count('texts');
    if (session.out.closed) return;
  }
}

function thresholdOf(value: string): number {
  const threshold = Number(value);
  if (value.trim() === '' || !(threshold > 0 && threshold <= 1)) {
    throw new InvalidArgumentError('it is a number above 0 and up to 1.');
  }
  return threshold;
}

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function windowOf(value: string): number {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)([smhdw])$/u.exec(value.trim()) ?? [];
  const milliseconds = Number(count) * (unitMs[unit] ?? Number.NaN);
  if (!(milliseconds > 0)) throw new InvalidArgumentError('write it as a number and s, m, h, d or w: 90m, 24h, 7d.');
  return milliseconds;
}
