import { z } from 'zod';
import { dataPackageSchema, digestSchema, type DataPackage } from './schema.js';
import type { Finding } from './finding.js';
import { zipMembers, type ZipMember } from './zip-members.js';

const manifestName = 'datapackage.json';
const digestName = 'datapackage-digest.json';

/**
 * Checks a WACZ bundle offline: that the manifest is what its digest says, that every listed file has its size and hash,
 * and that nothing lies in it unlisted. Signatures, time stamps and ledger proofs are reported as found or not; this
 * build does not check them, and says so as a finding that is not ok.
 *
 * @param path where the bundle is
 * @param name how findings name it
 */
export async function* verifyBundle(path: string, name: string, signal: AbortSignal): AsyncGenerator<Finding> {
  const members = new Map<string, ZipMember>();
  try {
    for await (const member of zipMembers(path, signal)) {
      if (members.has(member.name)) yield finding(`${name}/${member.name}`, 'listed', false, 'is in the bundle twice');
      members.set(member.name, member);
    }
  } catch (error) {
    signal.throwIfAborted();
    yield finding(name, 'bundle', false, `cannot be read as a zip: ${messageOf(error)}`);
    return;
  }
  const manifestMember = members.get(manifestName);
  if (manifestMember === undefined) {
    yield finding(`${name}/${manifestName}`, 'manifest', false, 'is missing: this is no WACZ bundle');
    return;
  }
  const manifest = parsed(dataPackageSchema, manifestMember);
  if (typeof manifest === 'string') {
    yield finding(`${name}/${manifestName}`, 'manifest', false, manifest);
    return;
  }
  const files = `${String(manifest.resources.length)} files listed`;
  yield finding(`${name}/${manifestName}`, 'manifest', true, files);
  yield* checkDigest(name, members.get(digestName), manifestMember);
  yield* checkFiles(name, manifest, members);
  yield* checkProofs(name, members);
}

function* checkDigest(name: string, member: ZipMember | undefined, manifest: ZipMember): Generator<Finding> {
  const place = `${name}/${digestName}`;
  const digest =
    member === undefined ? 'is missing: the manifest itself is not protected' : parsed(digestSchema, member);
  if (typeof digest === 'string') {
    yield finding(place, 'manifest-hash', false, digest);
    return;
  }
  yield hashFinding(`${name}/${manifestName}`, 'manifest-hash', digest.hash, manifest);
  yield digest.signedData === undefined
    ? finding(place, 'signature', true, 'not present')
    : finding(place, 'signature', false, 'present, but this build cannot check signatures');
}

function* checkFiles(name: string, manifest: DataPackage, members: ReadonlyMap<string, ZipMember>): Generator<Finding> {
  const listed = new Set([manifestName, digestName]);
  for (const { path, hash, bytes } of manifest.resources) {
    listed.add(path);
    const place = `${name}/${path}`;
    const member = members.get(path);
    if (member === undefined) {
      yield finding(place, 'hash', false, 'is listed but missing');
      continue;
    }
    if (bytes !== undefined && bytes !== member.bytes) {
      yield finding(place, 'size', false, `has ${String(member.bytes)} bytes where ${String(bytes)} are listed`);
    }
    if (hash === undefined) yield finding(place, 'hash', false, 'is listed without a hash');
    else yield hashFinding(place, 'hash', hash, member);
  }
  for (const member of members.keys()) {
    if (!listed.has(member) && !isProof(member)) {
      yield finding(`${name}/${member}`, 'listed', false, 'is in the bundle but not listed');
    }
  }
}

function* checkProofs(name: string, members: ReadonlyMap<string, ZipMember>): Generator<Finding> {
  for (const [check, pattern] of proofPatterns) {
    const found = [...members.keys()].filter((member) => pattern.test(member));
    if (found.length === 0) yield finding(name, check, true, 'not present');
    for (const member of found) {
      yield finding(`${name}/${member}`, check, false, 'present, but this build cannot check it');
    }
  }
}

const proofPatterns = [
  ['time-stamp', /\.(?:tsr|tst|ots)$/iu],
  ['ledger-proof', /(?:^|\/)ledger\/|\.(?:tlog|checkpoint)$|inclusion[^/]*\.json$/iu],
] as const;

function isProof(name: string): boolean {
  return proofPatterns.some(([, pattern]) => pattern.test(name));
}

function hashFinding(file: string, check: 'hash' | 'manifest-hash', stated: string, member: ZipMember): Finding {
  const [, prefix = 'md5', value = ''] = /^(?:(\w+):)?([0-9a-f]+)$/iu.exec(stated.trim()) ?? [];
  const algorithm = prefix.toLowerCase();
  if (algorithm !== 'sha256' && algorithm !== 'sha512' && algorithm !== 'md5') {
    return finding(file, check, false, `the hash ${stated.slice(0, 40)} is of a kind that this build does not know`);
  }
  const actual = member.hashes[algorithm];
  return actual === value.toLowerCase()
    ? finding(file, check, true, `${algorithm} ${actual}`)
    : finding(file, check, false, `is ${algorithm} ${actual}, but ${value.toLowerCase()} is stated: it was changed`);
}

function parsed<T>(schema: z.ZodType<T>, member: ZipMember): T | string {
  if (member.content === undefined) return 'is too large for a manifest';
  try {
    return schema.parse(JSON.parse(member.content.toString('utf8')));
  } catch (error) {
    return `cannot be read: ${error instanceof z.ZodError ? z.prettifyError(error).split('\n').join(' ') : messageOf(error)}`;
  }
}

function finding(file: string, check: Finding['check'], ok: boolean, detail: string): Finding {
  return { file, check, ok, detail };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
