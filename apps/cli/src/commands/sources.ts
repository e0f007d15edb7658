import { sources } from '@vedette/sources';
import { Command } from 'commander';
import { example } from '../help-example.js';
import type { Session } from '../terminal/session.js';

/** `vedette sources` */
export function sourcesCommand(session: Session): Command {
  return new Command('sources')
    .description('Lists the kinds of sources that this build reads, from the registry')
    .addHelpText('after', example('vedette sources | jq -r .kind'))
    .action(async () => {
      for (const { kind, title, capabilities } of sources) {
        if (session.pretty) await session.out.line(`${session.paint('bold', kind.padEnd(18))} ${title}`);
        else await session.out.json({ kind, title, capabilities });
      }
    });
}
