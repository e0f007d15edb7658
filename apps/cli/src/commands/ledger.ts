import { Command } from 'commander';
import { example } from '../help-example.js';
import { checkProofFiles } from '../ledger/check-proof.js';
import { checkTiles, type CheckTilesFlags } from '../ledger/check-tiles.js';
import { verifyWholeRecord, type VerifyRecordFlags } from '../ledger/verify-record.js';
import type { Session } from '../terminal/session.js';

/** `vedette ledger verify` and `vedette ledger check-proof` */
export function ledgerCommand(session: Session): Command {
  return new Command('ledger')
    .description('Checks the record of every step, and Merkle proofs')
    .addHelpText('after', example('vedette ledger verify --data ./vedette-data'))
    .addCommand(
      new Command('verify')
        .description('Checks the whole record against its checkpoints. Stop a server on the embedded database first')
        .option('--data <dir>', 'folder of the embedded database')
        .option('--checkpoint <file...>', 'checkpoints that were kept elsewhere')
        .option('--tiles <dir>', 'published tiles to compare with (those in the data folder where not given)')
        .option('--key <file...>', 'public keys that may have signed (the one in the data folder where not given)')
        .addHelpText('after', example('vedette ledger verify --checkpoint kept/2026-11-24.txt'))
        .action((flags: VerifyRecordFlags) => verifyWholeRecord(flags, session)),
    )
    .addCommand(
      new Command('check-tiles')
        .description('Checks published tiles of a record (C2SP tlog-tiles) without the data that they are of')
        .argument('<dir>', 'folder with the file checkpoint and the folder tile')
        .option('--key <file...>', 'public keys, one of which must have signed the checkpoint')
        .addHelpText('after', example('vedette ledger check-tiles ./record --key kept/record-key.pub'))
        .action((folder: string, flags: CheckTilesFlags) => checkTiles(folder, flags, session)),
    )
    .addCommand(
      new Command('check-proof')
        .description('Checks inclusion and consistency proofs (JSON form of the transparency-dev Merkle suite)')
        .argument('<file...>', 'proof cases; {file, kind, ok} a line')
        .addHelpText('after', example('vedette ledger check-proof proofs/*.json | jq "select(.ok | not)"'))
        .action((files: readonly string[]) => checkProofFiles(files, session)),
    );
}
