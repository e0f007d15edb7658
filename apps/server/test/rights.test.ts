import { apiBase, roles, routes, type Role, type Route, type RouteName } from '@vedette/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { registerRoutes } from '../src/http/register-routes.js';
import { reachableRoutes, testApplication } from './application-harness.js';

/** The least role that each route is for, written out by hand: a change of rights must be a change here. */
const leastRole: Readonly<Record<RouteName, Role | 'nobody'>> = {
  getSetup: 'nobody',
  setup: 'nobody',
  enter: 'nobody',
  signIn: 'nobody',
  signOut: 'viewer',
  me: 'viewer',
  saveMySettings: 'viewer',
  changeMyPassword: 'viewer',
  listPeople: 'administrator',
  addPerson: 'administrator',
  changePerson: 'administrator',
  listApiKeys: 'administrator',
  addApiKey: 'administrator',
  removeApiKey: 'administrator',
  search: 'viewer',
  exportSearch: 'viewer',
  parseQuery: 'viewer',
  getItem: 'viewer',
  addItems: 'moderator',
  decodeText: 'viewer',
  getImage: 'viewer',
  flagImage: 'viewer',
  unflagImage: 'viewer',
  restoreImage: 'moderator',
  press: 'viewer',
  listColumns: 'viewer',
  addColumn: 'viewer',
  changeColumn: 'viewer',
  removeColumn: 'viewer',
  live: 'viewer',
  listAlerts: 'viewer',
  getAlert: 'viewer',
  viewAlert: 'viewer',
  decide: 'reviewer',
  previewBulk: 'reviewer',
  decideBulk: 'reviewer',
  undoDecision: 'reviewer',
  listDecisions: 'viewer',
  listWatchlists: 'viewer',
  getWatchlist: 'viewer',
  addWatchlist: 'moderator',
  saveWatchlist: 'moderator',
  confirmProposal: 'moderator',
  refuseProposal: 'moderator',
  removeWatchlist: 'moderator',
  listWatchlistVersions: 'viewer',
  getLookBack: 'viewer',
  startLookBack: 'moderator',
  cancelLookBack: 'moderator',
  checkRules: 'viewer',
  exportWatchlist: 'viewer',
  readWatchlist: 'viewer',
  testRule: 'viewer',
  listKnownGood: 'viewer',
  addKnownGood: 'moderator',
  removeKnownGood: 'moderator',
  listSources: 'viewer',
  listKinds: 'viewer',
  discover: 'moderator',
  addSource: 'moderator',
  changeSource: 'moderator',
  pollSource: 'moderator',
  removeSource: 'moderator',
  uploadExport: 'moderator',
  exportOpml: 'viewer',
  importOpml: 'moderator',
  importOpmlAddress: 'moderator',
  listQuarantine: 'viewer',
  dismissQuarantined: 'moderator',
  status: 'viewer',
  getSettings: 'viewer',
  saveSettings: 'administrator',
  loadDemo: 'administrator',
  removeDemo: 'administrator',
  listRecord: 'moderator',
  getCheckpoint: 'moderator',
  getRecordProof: 'moderator',
  eraseRecord: 'administrator',
};

describe('every route of the contract', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await testApplication();
  });
  afterAll(() => app.close());

  async function statusFor(name: string, role: Role | undefined): Promise<number> {
    const route = Object.entries<Route>(routes).find(([key]) => key === name)?.[1];
    if (route === undefined) throw new Error(`no route ${name}`);
    const { statusCode } = await app.inject({
      method: route.method,
      url: apiBase + route.path.replaceAll(/:index/g, '0').replaceAll(/:\w+/g, 'x'),
      headers: {
        host: '127.0.0.1',
        'x-vedette': '1',
        'content-type': route.bodyType ?? 'application/json',
        ...(role === undefined ? {} : { cookie: `role=${role}` }),
      },
      ...(route.method === 'GET' ? {} : { payload: '{}' }),
    });
    return statusCode;
  }

  it.each(Object.entries<Role | 'nobody'>(leastRole))(
    '%s is for %s and above, and for nobody else',
    async (name, least) => {
      const allowed = least === 'nobody' ? roles : roles.slice(roles.indexOf(least));
      // 400 and 410 come from behind the checks.
      const passes = new Set([400, 410]);
      const statuses = await Promise.all(roles.map((role) => statusFor(name, role)));
      expect(roles.filter((_, index) => passes.has(statuses[index] ?? 0))).toEqual(allowed);
      expect(statuses.filter((status) => !passes.has(status)).every((status) => status === 403)).toBe(true);
      expect((await statusFor(name, undefined)) === 401).toBe(least !== 'nobody');
    },
  );

  it('stands in the table', () => {
    expect(Object.keys(leastRole).sort()).toEqual(Object.keys(routes).sort());
  });
});

it('a route without a handler stops the start', async () => {
  const app = await testApplication();
  const options = { identify: () => Promise.resolve(undefined), limitPublic: () => Promise.resolve() };
  expect(() => {
    registerRoutes(app, reachableRoutes().slice(1), options);
  }).toThrow(/no handler.*getSetup/);
  await app.close();
});
