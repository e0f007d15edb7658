import * as contract from '@vedette/contract';
import * as decode from '@vedette/decode';
import type * as match from '@vedette/match';
import { expect, expectTypeOf, it } from 'vitest';

// decode and match state their shapes without the contract, so that they can be published alone. This is the first room
// that sees both: what one of them gives must be what the other lets travel.

it('names the same disguises in the contract and in the decoder', () => {
  expect(decode.disguiseNames).toEqual(contract.disguiseNames);
});

it('gives what the contract lets travel', () => {
  expect(contract.decodedSchema.parse(decode.decode('the gr\u200bey g4te'))).toEqual(
    decode.decode('the gr\u200bey g4te'),
  );
});

it('has the same words for rules on both sides', () => {
  expectTypeOf<match.Severity>().toEqualTypeOf<contract.Severity>();
  expectTypeOf<match.RuleAction>().toEqualTypeOf<contract.RuleAction>();
  expectTypeOf<decode.DisguiseName>().toEqualTypeOf<contract.DisguiseName>();
});
