import { scopesOf, type ApiKey, type Person, type PersonalSettings, type Role } from '@vedette/contract';
import { given, missing, Refusal, takeOut, type Handlers } from './answers.js';
import { worldNow } from './world.js';

/** Who asks, and whether they are signed in. */
export interface Session {
  signedIn: boolean;
  readonly role: Role;
  readonly me: Person;
}

export function createSession(role: Role, signedIn: boolean): Session {
  return {
    signedIn,
    role,
    me: {
      id: 'person-1',
      name: 'Vera',
      email: 'vera@desk.example',
      role,
      disabled: false,
      createdAt: '2026-11-01T08:00:00.000Z',
    },
  };
}

/** Sign-in, people and keys. */
export function sessionHandlers(session: Session, demo: boolean): Handlers {
  const { me } = session;
  const people: Person[] = [
    me,
    { ...me, id: 'person-2', name: 'Noor', email: 'noor@desk.example', role: 'reviewer' },
    { ...me, id: 'person-3', name: 'إلهام', email: 'ilham@desk.example', role: 'viewer', disabled: true },
  ];
  const keys: ApiKey[] = [
    {
      id: 'key-1',
      name: 'Weekly report',
      prefix: 'vdt_4f9a',
      scopes: ['items:read', 'alerts:read'],
      createdAt: '2026-11-02T08:00:00.000Z',
      expiresAt: '2027-02-02T08:00:00.000Z',
    },
  ];
  let mySettings: PersonalSettings = {};
  return {
    getSetup: () => ({ needsSetup: false, demo, version: '0.1.0' }),
    setup: () => me,
    enter: () => {
      session.signedIn = true;
      return me;
    },
    signIn: ({ body }) => {
      const { password } = body;
      if (password === 'wrong') throw new Refusal(401, 'unauthenticated', 'The e-mail or the password is not right.');
      session.signedIn = true;
      return me;
    },
    signOut: () => {
      session.signedIn = false;
      return undefined;
    },
    me: () => ({ person: me, scopes: [...scopesOf(session.role)], settings: mySettings, demo }),
    saveMySettings: ({ body }) => (mySettings = { ...mySettings, ...body }),
    changeMyPassword: () => undefined,
    listPeople: () => ({ rows: people }),
    addPerson: ({ body }) => {
      const person = { ...me, ...body, id: `person-${people.length + 1}` };
      people.push(person);
      return person;
    },
    changePerson: ({ params, body }) => {
      const index = people.findIndex((person) => person.id === params.id);
      const old = people[index];
      if (old === undefined) throw missing('such person');
      const person = { ...old, ...given(body) };
      people[index] = person;
      return person;
    },
    listApiKeys: () => ({ rows: keys }),
    addApiKey: ({ body }) => {
      const apiKey: ApiKey = {
        ...body,
        id: `key-${keys.length + 1}`,
        prefix: 'vdt_77c2',
        createdAt: new Date(worldNow).toISOString(),
      };
      keys.push(apiKey);
      return { key: 'vdt_77c2_0123456789abcdef0123456789abcdef', apiKey };
    },
    removeApiKey: ({ params }) => takeOut(keys, params.id),
  };
}
