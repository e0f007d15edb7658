import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ApiError } from '../api/call.js';
import { meQuery } from '../api/queries.js';
import { Frame } from './frame.js';
import { CrashScreen, NothingHere } from './crash-screen.js';

/** Picks the named texts out of an address's search part; everything else in it is dropped. */
function texts<const K extends string>(...names: readonly K[]) {
  return (search: Readonly<Record<string, unknown>>): { readonly [N in K]?: string } => {
    const given = names.filter((name) => typeof search[name] === 'string' && search[name] !== '');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only texts were kept, each under one of the names
    return Object.fromEntries(given.map((name) => [name, search[name]])) as { readonly [N in K]?: string };
  };
}

const root = createRootRouteWithContext<{ readonly client: QueryClient }>()({
  component: Outlet,
});

/** Everything behind sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.client.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'unauthenticated') {
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href } });
      }
      throw error;
    }
  },
});

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    component: lazyRouteComponent(() => import('../features/entry/setup-screen.js'), 'SetupScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enter',
    component: lazyRouteComponent(() => import('../features/entry/enter-screen.js'), 'EnterScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: texts('back'),
    component: lazyRouteComponent(() => import('../features/entry/sign-in-screen.js'), 'SignInScreen'),
  }),
  inside.addChildren([
    createRoute({ getParentRoute: () => inside, path: '$', component: NothingHere }),
    createRoute({
      getParentRoute: () => inside,
      path: '/',
      validateSearch: texts('lang', 'source'),
      component: lazyRouteComponent(() => import('../features/press/screen.js'), 'PressScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/live',
      component: lazyRouteComponent(() => import('../features/live/screen.js'), 'LiveScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/search',
      validateSearch: texts('q', 'source', 'lang', 'kind', 'since', 'until'),
      component: lazyRouteComponent(() => import('../features/search/screen.js'), 'SearchScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/alerts',
      validateSearch: texts('state', 'severity', 'watchlist', 'rule', 'source', 'lang', 'order'),
      component: lazyRouteComponent(() => import('../features/alerts/screen.js'), 'AlertsScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/alerts/$id',
      component: lazyRouteComponent(() => import('../features/alerts/alert-screen.js'), 'AlertScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/items/$id',
      component: lazyRouteComponent(() => import('../features/item/screen.js'), 'ItemScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/press/$id',
      component: lazyRouteComponent(() => import('../features/press/article-screen.js'), 'ArticleScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/watchlists',
      component: lazyRouteComponent(() => import('../features/watchlists/screen.js'), 'WatchlistsScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/watchlists/$id',
      validateSearch: texts('rule', 'add'),
      component: lazyRouteComponent(() => import('../features/watchlists/watchlist-screen.js'), 'WatchlistScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/sources',
      validateSearch: texts('add', 'health'),
      component: lazyRouteComponent(() => import('../features/sources/screen.js'), 'SourcesScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/quarantine',
      validateSearch: texts('source'),
      component: lazyRouteComponent(() => import('../features/sources/quarantine-screen.js'), 'QuarantineScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/decode',
      component: lazyRouteComponent(() => import('../features/decode/screen.js'), 'DecodeScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/settings',
      component: lazyRouteComponent(() => import('../features/settings/screen.js'), 'SettingsScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/people',
      component: lazyRouteComponent(() => import('../features/people/screen.js'), 'PeopleScreen'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/record',
      component: lazyRouteComponent(() => import('../features/record/screen.js'), 'RecordScreen'),
    }),
  ]),
]);

/** Every address of the page. Search parts are plain texts, as a person would write them. */
export function createConsoleRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultErrorComponent: CrashScreen,
    scrollRestoration: true,
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const given = Object.entries(search).filter(
        (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
      );
      return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
    },
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
