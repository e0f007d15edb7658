import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import { verifyBundle } from '../bundle/verify-bundle.js';
import { UsageError } from '../errors.js';
import { example } from '../help-example.js';
import type { Session } from '../terminal/session.js';

/** `vedette verify BUNDLE` */
export function verifyCommand(session: Session): Command {
  return new Command('verify')
    .description('Checks an evidence bundle (WACZ) offline; one finding a line: {file, check, ok, detail}')
    .argument('<bundle>', 'the bundle')
    .addHelpText('after', example('vedette verify case-12.wacz | jq "select(.ok | not)"'))
    .action((bundle: string) => verify(bundle, session));
}

async function verify(bundle: string, session: Session): Promise<void> {
  if (!existsSync(bundle)) throw new UsageError(`there is no bundle at ${bundle}`);
  for await (const finding of verifyBundle(bundle, basename(resolve(bundle)), session.signal)) {
    if (!finding.ok) session.failed();
    if (session.pretty) {
      const mark = finding.ok ? session.paint('green', 'ok  ') : session.paint('red', 'FAIL');
      await session.out.line(`${mark} ${finding.file}: ${finding.check}: ${finding.detail}`);
    } else {
      await session.out.json(finding);
    }
  }
}
