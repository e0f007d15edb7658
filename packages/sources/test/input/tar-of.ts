import { buffer } from 'node:stream/consumers';
import type { ArchiveMember } from '@vedette/testing/zip';
import { pack } from 'tar-stream';

/** A tar with the given members in the given order. */
export function tarOf(...members: readonly ArchiveMember[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, content } of members) tar.entry({ name }, Buffer.from(content));
  tar.finalize();
  return buffer(tar);
}
