import type { Surroundings } from '../definition.js';
import { isJsonObject } from '../input/json-object.js';
import { accountSchema, type XAccount } from './schema.js';

/** `account.js` of an archive. */
export function isAccountFile(base: string): boolean {
  return base === 'account.js';
}

/** Whose archive it is, as the file beside says; undefined where there is none or it cannot be read. */
export async function accountBeside(beside: Surroundings): Promise<XAccount | undefined> {
  const folder = beside.self.slice(0, beside.self.lastIndexOf('/') + 1);
  const content = await beside.read(`${folder}account.js`);
  if (content === undefined) return undefined;
  const text = Buffer.from(content).toString('utf8');
  const [from, to] = [text.indexOf('['), text.lastIndexOf(']')];
  if (from < 0 || to < from) return undefined;
  try {
    const list: unknown = JSON.parse(text.slice(from, to + 1));
    const first: unknown = Array.isArray(list) ? list[0] : undefined;
    const parsed = accountSchema.safeParse(isJsonObject(first) ? first['account'] : undefined);
    if (!parsed.success) return undefined;
    const known = parsed.data.accountId !== undefined || parsed.data.username !== undefined;
    return known ? parsed.data : undefined;
  } catch {
    return undefined; // a damaged account file costs the author's name, not the posts
  }
}
