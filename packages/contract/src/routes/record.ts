import { z } from 'zod';
import { defineRoute } from './define-route.js';
import { pageOf, pageQuery } from './parts.js';

/** One entry of the record. `leafHash` is the RFC 6962 leaf hash in hex. */
export const recordEntrySchema = z.object({
  index: z.number().int(),
  at: z.string(),
  actor: z.string(),
  action: z.string().describe('for example alert.decided, source.added'),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  leafHash: z.string(),
  erased: z
    .boolean()
    .optional()
    .describe('its content was erased: actor and subject are empty, the leaf hash still proves that it stood here'),
});
export type RecordEntry = z.infer<typeof recordEntrySchema>;

/** What the subject of an entry is, and what it is called; no part of the entry itself, and none of what is hashed. */
export const recordSubjectSchema = z.object({
  kind: z.enum(['watchlist', 'source', 'alert', 'item', 'person', 'api-key']),
  title: z.string().optional(),
});
export type RecordSubject = z.infer<typeof recordSubjectSchema>;

/** A state of the record that was signed, and the public key that checks the signature. */
const signedCheckpointSchema = z.object({
  checkpoint: z.string().describe('C2SP signed note: origin, size, root, signatures'),
  verifierKey: z.string().describe('C2SP verifier key; keep it where the record is not'),
});

/** That an entry stands in the record, to be checked with public tools and without this program. */
export const recordProofSchema = signedCheckpointSchema.extend({
  entry: z.string().describe('the bytes of the entry as they are hashed: JSON, with a commitment to what it says'),
  content: z
    .object({ actor: z.string(), subject: z.string(), details: z.record(z.string(), z.unknown()) })
    .optional()
    .describe('what the entry says; absent where it was erased'),
  salt: z.string().optional().describe('hex; the commitment is HMAC-SHA-256 of the content under it'),
  inclusion: z
    .object({
      leafIdx: z.number().int(),
      treeSize: z.number().int(),
      root: z.string(),
      leafHash: z.string(),
      proof: z.array(z.string()),
    })
    .describe('the form of the transparency-dev Merkle suite, for `vedette ledger check-proof`'),
});
export type RecordProof = z.infer<typeof recordProofSchema>;

const mostErased = 1000;

export const recordRoutes = {
  listRecord: defineRoute({
    method: 'GET',
    path: '/record',
    scope: 'record:read',
    tag: 'record',
    summary: 'The record of what was done, newest first',
    query: pageQuery,
    response: pageOf(recordEntrySchema.extend({ about: recordSubjectSchema.optional() })),
  }),
  getCheckpoint: defineRoute({
    method: 'GET',
    path: '/record/checkpoint',
    scope: 'record:read',
    tag: 'record',
    summary:
      'The state of the record, signed now: keep it elsewhere, and nobody can rewrite what came before it unseen',
    response: signedCheckpointSchema,
  }),
  getRecordProof: defineRoute({
    method: 'GET',
    path: '/record/:index/proof',
    scope: 'record:read',
    tag: 'record',
    summary: 'Proof that an entry stands in the record',
    params: z.object({ index: z.coerce.number().int().min(0) }),
    response: recordProofSchema,
  }),
  eraseRecord: defineRoute({
    method: 'POST',
    path: '/record/erase',
    scope: 'settings:admin',
    tag: 'record',
    summary: 'Erase what entries say about people; that they stood there stays provable, and the erasure is on record',
    body: z.object({
      entries: z.array(z.number().int().min(0)).min(1).max(mostErased),
      reason: z.string().trim().min(1).max(2000).describe('on record, so without personal data'),
    }),
    response: z.object({ erased: z.number().int() }),
  }),
};
