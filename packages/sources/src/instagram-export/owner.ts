import type { Surroundings } from '../definition.js';
import { exportRoot } from '../facebook-export/export-shape.js';
import { repairValue } from '../facebook-export/repair.js';
import { isJsonObject } from '../input/json-object.js';

const places = [
  'personal_information/personal_information/personal_information.json',
  'personal_information/personal_information.json',
  'account_information/personal_information.json',
];

/** Whether a file says whose export it is. */
export function isAccountFile(name: string): boolean {
  return name.endsWith('personal_information.json');
}

/** The account name of whose export it is; undefined where the profile is not in it or its labels are of an unknown language. */
export async function handleBeside(beside: Surroundings | undefined): Promise<string | undefined> {
  if (beside === undefined) return undefined;
  const root = exportRoot(beside.self, beside.names)?.root ?? '';
  for (const place of places) {
    const content = await beside.read(root + place);
    const name = content === undefined ? undefined : nameIn(Buffer.from(content).toString('utf8'));
    if (name !== undefined) return name;
  }
  return undefined;
}

const userNameLabels =
  /^(?:user ?name|nombre de usuario|nom d[’']utilisateur|benutzername|gebruikersnaam|nome utente|nome de usuário|kullanıcı adı|nazwa użytkownika|имя пользователя|اسم المستخدم)$/iu;

function nameIn(text: string): string | undefined {
  try {
    const value = repairValue(JSON.parse(text.replace(/^\uFEFF/u, '')));
    const users = isJsonObject(value) ? value['profile_user'] : undefined;
    const user: unknown = Array.isArray(users) ? users[0] : undefined;
    const fields = isJsonObject(user) ? user['string_map_data'] : undefined;
    if (!isJsonObject(fields)) return undefined;
    const field = Object.entries(fields).find(([label]) => userNameLabels.test(label))?.[1];
    const name = isJsonObject(field) ? field['value'] : undefined;
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    return undefined; // a damaged profile costs the author's name, not the posts
  }
}
