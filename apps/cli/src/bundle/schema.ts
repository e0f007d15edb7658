import { z } from 'zod';

/** `datapackage.json` of a WACZ (Frictionless data package, WACZ 1.1.1): only what is checked. */
export const dataPackageSchema = z.object({
  profile: z.string().optional(),
  wacz_version: z.string().optional(),
  resources: z.array(
    z.object({
      path: z.string(),
      hash: z.string().optional().describe('"sha256:…"; without a prefix it is MD5 (Frictionless)'),
      bytes: z.number().optional(),
    }),
  ),
});
export type DataPackage = z.infer<typeof dataPackageSchema>;

/** `datapackage-digest.json`: the hash of `datapackage.json`, and a signature where the bundle was signed. */
export const digestSchema = z.object({
  path: z.string(),
  hash: z.string(),
  signedData: z.record(z.string(), z.unknown()).optional(),
});
