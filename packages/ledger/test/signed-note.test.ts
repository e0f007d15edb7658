import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSigner, LedgerError, openNote, parseSigner, parseVerifier, signNote } from '@vedette/ledger';

// The example of C2SP signed-note, section "Example".
const exampleKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleNote = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

describe('a signed note', () => {
  it('of the standard is opened with the key of the standard', () => {
    expect(openNote(exampleNote, [parseVerifier(exampleKey)])).toEqual({
      text: 'This is an example message.\n',
      signedBy: ['example.com/foo'],
    });
  });

  it('is signed by nobody whose key is not known', () => {
    const stranger = createSigner('example.com/foo');
    expect(openNote(exampleNote, [parseVerifier(stranger.verifierKey)]).signedBy).toEqual([]);
  });

  it('is opened again with the key that signed it, which is read back from its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (said) => {
        const text = `${said.replaceAll(/\p{C}/gu, '')}\n`;
        const signer = parseSigner(createSigner('record.example').text);
        const note = signNote(text, signer, createSigner('witness.example'));
        expect(openNote(note, [parseVerifier(signer.verifierKey)])).toEqual({ text, signedBy: ['record.example'] });
        expect(() => openNote(`x${note}`, [parseVerifier(signer.verifierKey)])).toThrow('one of them was changed');
      }),
      { numRuns: 30 },
    );
  });

  const verifier = parseVerifier(exampleKey);

  function outcomeOf(note: string): unknown {
    try {
      const { text, signedBy } = openNote(note, [verifier]);
      if (signedBy.length === 0) return 'unsigned';
      return text === 'This is an example message.\n' ? 'as signed' : text;
    } catch (error) {
      return error instanceof LedgerError ? 'refused' : error;
    }
  }

  it('that is none is refused, whatever it is, and nothing passes as signed that was not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(exampleNote.length), (noise, at) => {
        for (const note of [noise, exampleNote.slice(0, at) + noise + exampleNote.slice(at)])
          expect(['unsigned', 'as signed', 'refused']).toContain(outcomeOf(note));
      }),
    );
    expect(() => openNote('text\n', [verifier])).toThrow('a signed note is');
    expect(() => signNote('no newline', createSigner('a'))).toThrow('ends in a newline');
  });
});

describe('a key', () => {
  it('that is none is refused', () => {
    for (const text of ['', 'a+b+c', exampleKey.replace('530d903a', '530d903b'), 'PRIVATE+KEY+x'])
      expect(() => parseVerifier(text)).toThrow('this is not');
    expect(() => parseSigner(exampleKey)).toThrow('this is not a secret key');
    expect(() => createSigner('with blank')).toThrow('neither blank nor plus');
  });
});
