import { routes, type Route } from '@vedette/contract';
import type { Store } from '@vedette/store';
import { actorOf, personOf } from '../../caller.js';
import { handle, type Call, type HandledRoute } from '../../http/handle.js';
import type { Accounts, NewSession } from './accounts.js';
import type { SessionService } from './service.js';

export interface SessionRoutesOptions {
  readonly sessions: SessionService;
  readonly accounts: Accounts;
  readonly store: Pick<Store, 'people' | 'demo' | 'record'>;
  readonly demo: boolean;
  readonly version: string;
  readonly now: () => number;
  /** hears whose sessions ended, at once */
  readonly sessionsChanged: (personId: string) => void;
  /** somebody entered the demonstration */
  readonly onEnter: (personId: string) => Promise<void>;
}

export function sessionRoutes(options: SessionRoutesOptions): readonly HandledRoute[] {
  const { sessions, accounts, store } = options;

  return [
    handle(routes.getSetup, async () => ({
      needsSetup: await sessions.needsSetup(),
      demo: options.demo,
      version: options.version,
    })),
    handle(routes.setup, async (call) => begin(call, await sessions.setup(call.body))),
    handle(routes.enter, async (call) => {
      const person = begin(call, await sessions.enter(call.body.token));
      await options.onEnter(person.id);
      return person;
    }),
    handle(routes.signIn, async (call) =>
      begin(call, await sessions.signIn(call.body.email, call.body.password, call.address)),
    ),
    handle(routes.signOut, async ({ caller, headers, setCookie }) => {
      const person = personOf(caller);
      for (const line of await accounts.signOut(headers)) setCookie(line);
      options.sessionsChanged(person.id);
    }),
    handle(routes.me, async ({ caller }) => {
      const person = personOf(caller);
      const [settings, demo] = await Promise.all([store.people.settings(person.id), store.demo.present()]);
      return { person, scopes: [...caller.scopes], settings, demo };
    }),
    handle(routes.saveMySettings, async ({ caller, body }) => store.people.saveSettings(personOf(caller).id, body)),
    handle(routes.changeMyPassword, async ({ caller, body, headers, setCookie }) => {
      const person = personOf(caller);
      for (const line of await accounts.changePassword(headers, body.current, body.next)) setCookie(line);
      options.sessionsChanged(person.id);
      await store.record.append({
        at: options.now(),
        actor: actorOf(caller),
        action: 'person.password-changed',
        subject: person.id,
        details: {},
      });
    }),
  ];
}

function begin(call: Pick<Call<Route>, 'setCookie'>, session: NewSession): NewSession['person'] {
  for (const line of session.cookies) call.setCookie(line);
  return session.person;
}
