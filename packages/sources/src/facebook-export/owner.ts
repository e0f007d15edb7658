import type { Surroundings } from '../definition.js';
import { isJsonObject } from '../input/json-object.js';
import { exportRoot } from './export-shape.js';
import { repairValue } from './repair.js';

const profile = /(?:^|\/)profile_information\/profile_information\.json$/u;

/** Whether a file says whose export it is. */
export function isProfileFile(name: string): boolean {
  return profile.test(name);
}

/** The name of the person whose export it is; undefined where the profile is not in it. */
export async function ownerBeside(beside: Surroundings | undefined): Promise<string | undefined> {
  if (beside === undefined) return undefined;
  const root = exportRoot(beside.self, beside.names)?.root ?? '';
  for (const place of ['', 'personal_information/']) {
    const content = await beside.read(`${root}${place}profile_information/profile_information.json`);
    const name = content === undefined ? undefined : nameIn(Buffer.from(content).toString('utf8'));
    if (name !== undefined) return name;
  }
  return undefined;
}

function nameIn(text: string): string | undefined {
  let value: unknown;
  try {
    value = repairValue(JSON.parse(text.replace(/^\uFEFF/u, '')));
  } catch {
    return undefined; // a damaged profile costs the author's name, not the posts
  }
  if (!isJsonObject(value)) return undefined;
  const about = value['profile_v2'] ?? value['profile'];
  const name = isJsonObject(about) ? about['name'] : undefined;
  const full = isJsonObject(name) ? name['full_name'] : name;
  return typeof full === 'string' && full !== '' ? full : undefined;
}
