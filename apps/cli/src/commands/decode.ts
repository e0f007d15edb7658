import { decode, type Decoded } from '@vedette/decode';
import { Command } from 'commander';
import { example } from '../help-example.js';
import { withInputFlags } from '../input-flags.js';
import { textInputs, type InputFlags } from '../text-inputs.js';
import type { Session } from '../terminal/session.js';
import { visible } from '../terminal/visible.js';

interface DecodeFlags extends InputFlags {
  readonly text?: string;
}

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
    await print(undefined, decode(flags.text), session);
    if (inputs.length === 0) return;
  }
  for await (const { id, item } of textInputs(inputs, flags, session)) {
    await print(id, decode(item.text), session);
    session.progress.count('texts');
    if (session.out.closed) return;
  }
}

async function print(id: string | undefined, decoded: Decoded, session: Session): Promise<void> {
  if (session.pretty) await session.out.line(pictured(id, decoded, session));
  else await session.out.json(id === undefined ? decoded : { id, ...decoded });
}

/** For a person: the text, what it says, and how it was disguised. */
function pictured(id: string | undefined, decoded: Decoded, session: Session): string {
  const lines = [
    `${session.paint('dim', id === undefined ? 'text ' : `${visible(id)}\ntext `)} ${visible(decoded.text)}`,
  ];
  lines.push(`${session.paint('dim', 'plain')} ${session.paint('bold', visible(decoded.plain))}`);
  for (const { name, start, end } of decoded.disguises) {
    lines.push(`      ${session.paint('yellow', name)} ${visible(decoded.text.slice(start, end))} at ${String(start)}`);
  }
  for (const { text, steps, confidence } of decoded.readings) {
    lines.push(`${session.paint('dim', 'reads')} ${visible(text)} (${steps.join(', ')}; ${confidence.toFixed(2)})`);
  }
  return `${lines.join('\n')}\n`;
}
