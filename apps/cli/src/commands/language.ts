import { identify } from '@vedette/language';
import { Command } from 'commander';
import { example } from '../help-example.js';
import { withInputFlags } from '../input-flags.js';
import { textInputs, type InputFlags } from '../text-inputs.js';
import type { Session } from '../terminal/session.js';

/** `vedette language [INPUT...]` */
export function languageCommand(session: Session): Command {
  return withInputFlags(new Command('language'))
    .description('Tells the language of each text: {id, lang, confidence, candidates}, one a line')
    .argument('[input...]', 'what to look at; stdin where nothing is given')
    .addHelpText('after', example('vedette read posts.csv | vedette language | jq -r .lang | sort | uniq -c'))
    .action(async (inputs: readonly string[], flags: InputFlags) => {
      for await (const { ref, item } of textInputs(inputs, flags, session)) {
        const { lang, confidence, candidates } = identify(item.text === '' ? (item.title ?? '') : item.text);
        await session.out.json({ id: ref, lang, confidence, candidates });
        session.progress.count('texts');
        if (session.out.closed) return;
      }
    });
}
