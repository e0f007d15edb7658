import { identify } from '@vedette/language';
import { Command } from 'commander';
import { example } from '../help-example.js';
import { withInputFlags } from '../input-flags.js';
import type { Session } from '../terminal/session.js';
import { textBatches, type BareText, type InputFlags } from '../text-inputs.js';

/** Characters that are gathered before they are handed on. */
const gathered = 32 * 1024;

/** `vedette language [INPUT...]` */
export function languageCommand(session: Session): Command {
  return withInputFlags(new Command('language'))
    .description('Tells the language of each text: {id, lang, confidence, candidates}, one a line')
    .argument('[input...]', 'what to look at; stdin where nothing is given')
    .addHelpText('after', example('vedette read posts.csv | vedette language | jq -r .lang | sort | uniq -c'))
    .action(async (inputs: readonly string[], flags: InputFlags) => {
      for await (const batch of textBatches(inputs, flags, session)) {
        await tellLanguages(batch, session);
        if (session.out.closed) return;
      }
    });
}

async function tellLanguages(batch: readonly BareText[], session: Session): Promise<void> {
  let lines = '';
  for (const { ref, text } of batch) {
    const { lang, confidence, candidates } = identify(text);
    const line = JSON.stringify({ id: ref, lang, confidence, candidates });
    lines += lines === '' ? line : `\n${line}`;
    session.progress.count('texts');
    if (lines.length < gathered) continue;
    await session.out.line(lines);
    lines = '';
    if (session.out.closed) return;
  }
  if (lines !== '') await session.out.line(lines);
}
