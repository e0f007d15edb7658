import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { LedgerError } from './errors.js';

/** Ed25519 by C2SP signed-note. */
const signatureType = 1;
const seedSize = 32;
/** The fixed beginnings of an Ed25519 key in DER (RFC 8410); the 32 bytes of the key follow. */
const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
/** More signatures than any log and its witnesses need; a note with more is refused before a signature is tried. */
const mostSignatures = 100;

/** A key that signs notes. `text` is secret: `PRIVATE+KEY+name+id+base64`, as common tools of such logs write it. */
export interface NoteSigner {
  readonly name: string;
  /** `name+id+base64`, C2SP signed-note, section "Verifier keys"; to be published where the record is not */
  readonly verifierKey: string;
  readonly text: string;
  /** A signature line for a note text, which ends in a newline. */
  sign(text: string): string;
}

/** A key that checks notes. */
export interface NoteVerifier {
  readonly name: string;
  /** four bytes */
  readonly id: Buffer;
  verify(text: string, signature: Uint8Array): boolean;
}

/**
 * A new Ed25519 key for notes.
 * @param name whose key it is, for example the host of the record; no blank and no plus
 * @throws LedgerError `not-a-key`
 */
export function createSigner(name: string): NoteSigner {
  return signerOf(name, randomBytes(seedSize));
}

/** Reads a secret key as `NoteSigner.text` writes it. @throws LedgerError `not-a-key` */
export function parseSigner(text: string): NoteSigner {
  const [, name = '', id = '', key = ''] = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length !== seedSize + 1 || bytes[0] !== signatureType) throw notAKey('a secret key of a note');
  const signer = signerOf(name, bytes.subarray(1));
  if (signer.verifierKey.split('+')[1] !== id) throw notAKey('a secret key of a note: its id is not that of the key');
  return signer;
}

/**
 * Reads a verifier key, `name+id+base64`.
 * @throws LedgerError `not-a-key`
 * @example parseVerifier('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k').name // 'example.com/foo'
 */
export function parseVerifier(text: string): NoteVerifier {
  const [, name = '', id = '', key = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length !== seedSize + 1 || bytes[0] !== signatureType) throw notAKey('an Ed25519 verifier key of a note');
  const raw = bytes.subarray(1);
  if (!keyId(name, raw).equals(Buffer.from(id, 'hex'))) throw notAKey('a verifier key: its id is not that of the key');
  return verifierOf(name, raw);
}

/** A note text with signatures. @throws LedgerError `not-a-note` where the text does not end in a newline */
export function signNote(text: string, ...signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n')) throw new LedgerError('not-a-note', 'the text of a note ends in a newline');
  return `${text}\n${signers.map((signer) => signer.sign(text)).join('')}`;
}

/** A note that was read: its text, and the names of the known keys that signed it. */
export interface OpenedNote {
  readonly text: string;
  readonly signedBy: readonly string[];
}

/**
 * Reads a signed note and checks the signatures of known keys; those of unknown keys are passed over, as C2SP
 * signed-note asks.
 * @throws LedgerError `not-a-note`, or `bad-signature` where a known key did not make its signature
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  const parting = note.lastIndexOf('\n\n');
  if (parting < 0 || !note.endsWith('\n') || hasControls(note))
    throw new LedgerError('not-a-note', 'a signed note is a text, an empty line, and lines of signatures');
  const text = note.slice(0, parting + 1);
  const lines = note.slice(parting + 2, -1).split('\n');
  if (lines.length > mostSignatures)
    throw new LedgerError('not-a-note', `a note with more than ${mostSignatures} signatures is not read`);
  const signedBy = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const [, name = '', base64 = ''] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length < 5) throw new LedgerError('not-a-note', `line ${index + 1} of the signatures is none`);
    const id = bytes.subarray(0, 4);
    const verifier = verifiers.find((known) => known.name === name && known.id.equals(id));
    if (verifier === undefined) continue;
    if (!verifier.verify(text, bytes.subarray(4)))
      throw new LedgerError('bad-signature', `the signature of ${name} does not fit the text: one of them was changed`);
    signedBy.add(name);
  }
  return { text, signedBy: [...signedBy] };
}

function signerOf(name: string, seed: Buffer): NoteSigner {
  if (name === '' || /[\s+]/u.test(name)) throw notAKey('the name of a key: it has neither blank nor plus');
  const key = createPrivateKey({ key: Buffer.concat([seedPrefix, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
  const id = keyId(name, raw);
  return {
    name,
    verifierKey: `${name}+${id.toString('hex')}+${typed(raw)}`,
    text: `PRIVATE+KEY+${name}+${id.toString('hex')}+${typed(seed)}`,
    sign: (text) =>
      `\u2014 ${name} ${Buffer.concat([id, sign(null, Buffer.from(text, 'utf8'), key)]).toString('base64')}\n`,
  };
}

function verifierOf(name: string, raw: Buffer): NoteVerifier {
  const key: KeyObject = createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
  return { name, id: keyId(name, raw), verify: (text, bytes) => verify(null, Buffer.from(text, 'utf8'), key, bytes) };
}

/** C2SP signed-note, section "Signatures". */
function keyId(name: string, raw: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.of(signatureType), raw]);
  return createHash('sha256').update(typed).digest().subarray(0, 4);
}

/** The standard allows no control character but the end of a line. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 0x20 && text[at] !== '\n') return true;
  return false;
}

function typed(key: Buffer): string {
  return Buffer.concat([Buffer.of(signatureType), key]).toString('base64');
}

function notAKey(what: string): LedgerError {
  return new LedgerError('not-a-key', `this is not ${what}`);
}
