import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

/**
 * Runs what signs somebody in, forgets what the page knew of anybody before, and goes on to `to`: an address inside
 * this page only.
 */
export function useEntry<I>(enter: (input: I) => Promise<unknown>, to = '/') {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: enter,
    onSuccess: async () => {
      client.clear();
      await router.navigate({ href: /^\/(?![/\\])/.test(to) ? to : '/', replace: true });
    },
  });
}

/** The one-time token after `#` in the address. It never reaches a server's log, and is taken out of the address bar. */
export function tokenFromAddress(location: Location, history: History): string | undefined {
  const token = decodeURIComponent(location.hash.slice(1)).replace(/^token=/, '');
  if (token === '') return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
