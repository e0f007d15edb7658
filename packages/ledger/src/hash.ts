import { hash } from 'node:crypto';

/** Bytes of a SHA-256. */
export const hashSize = 32;

/** The hash of a leaf, RFC 6962 section 2.1: SHA-256 of 0x00 and the entry. */
export function leafHash(entry: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([leafPrefix, entry]), 'buffer');
}

/** The hash of two nodes, RFC 6962 section 2.1: SHA-256 of 0x01 and both. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([nodePrefix, left, right]), 'buffer');
}

/** The root of a tree without leaves: the SHA-256 of nothing. */
export function emptyRoot(): Buffer {
  return hash('sha256', '', 'buffer');
}

const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);
