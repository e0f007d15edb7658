import { Command } from 'commander';
import { decodeTexts, shown } from '../decoding/decode-texts.js';
import { example } from '../help-example.js';
import { countOf, withInputFlags } from '../input-flags.js';
import type { Session } from '../terminal/session.js';
import { textBatches, type InputFlags } from '../text-inputs.js';

interface DecodeFlags extends InputFlags {
  readonly text?: string;
  readonly threads?: number;
}

/** `vedette decode [INPUT...] [--text STRING]` */
export function decodeCommand(session: Session): Command {
  return withInputFlags(new Command('decode'))
    .description('Shows what disguised text says, one Decoded a line')
    .argument('[input...]', 'what to decode; stdin where nothing is given')
    .option('--text <string>', 'decode this text')
    .option('--threads <n>', 'threads (2 once there are many texts)', countOf)
    .addHelpText('after', example("vedette decode --text 'gr3y g@te'", 'vedette read chat.zip | vedette decode'))
    .action((inputs: readonly string[], flags: DecodeFlags) => decodeAll(inputs, flags, session));
}

async function decodeAll(inputs: readonly string[], flags: DecodeFlags, session: Session): Promise<void> {
  if (flags.text !== undefined) {
    await session.out.line(shown(undefined, flags.text, session));
    if (inputs.length === 0) return;
  }
  await decodeTexts(textBatches(inputs, flags, session), { threads: flags.threads, session });
}
