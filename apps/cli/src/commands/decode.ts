import { decode, decodeTracked } from '@vedette/decode';
import { Command } from 'commander';
import { decodedLine } from '../decoding/decoded-line.js';
import { picture } from '../decoding/picture.js';
import { example } from '../help-example.js';
import { withInputFlags } from '../input-flags.js';
import type { Session } from '../terminal/session.js';
import { textBatches, type InputFlags } from '../text-inputs.js';

interface DecodeFlags extends InputFlags {
  readonly text?: string;
}

/** Characters that are gathered before they are handed on. */
const gathered = 32 * 1024;

/** `vedette decode [INPUT...] [--text STRING]` */
export function decodeCommand(session: Session): Command {
  return withInputFlags(new Command('decode'))
    .description('Shows what disguised text says, one Decoded a line')
    .argument('[input...]', 'what to decode; stdin where nothing is given')
    .option('--text <string>', 'decode this text')
    .addHelpText('after', example("vedette decode --text 'gr3y g@te'", 'vedette read chat.zip | vedette decode'))
    .action((inputs: readonly string[], flags: DecodeFlags) => decodeAll(inputs, flags, session));
}

async function decodeAll(inputs: readonly string[], flags: DecodeFlags, session: Session): Promise<void> {
  if (flags.text !== undefined) {
    await session.out.line(shown(undefined, flags.text, session));
    if (inputs.length === 0) return;
  }
  for await (const batch of textBatches(inputs, flags, session)) {
    let lines = '';
    for (const { id, text } of batch) {
      lines += lines === '' ? shown(id, text, session) : `\n${shown(id, text, session)}`;
      session.progress.count('texts');
      if (lines.length < gathered) continue;
      await session.out.line(lines);
      lines = '';
      if (session.out.closed) return;
    }
    if (lines !== '') await session.out.line(lines);
    if (session.out.closed) return;
  }
}

function shown(id: string | undefined, text: string, session: Session): string {
  return session.pretty ? picture(id, decodeTracked(text), session) : decodedLine(id, decode(text));
}
