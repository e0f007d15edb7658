import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Alert } from '@vedette/contract';
import { call } from '../../api/call.js';
import { useLiveEvent } from '../../api/use-live.js';
import { useMe } from '../../app/preferences.js';

type Viewers = Alert['viewers'];

/** Tells colleagues, every 20 seconds, that this alert is open here; gives who else has it open. */
export function useViewing(alert: string | undefined): Viewers {
  const client = useQueryClient();
  const me = useMe()?.person.id;
  const queryKey = ['viewAlert', alert];
  const { data } = useQuery({
    queryKey,
    queryFn: async () => (await call('viewAlert', { params: { id: alert ?? '' } })).viewers,
    enabled: alert !== undefined,
    refetchInterval: 20_000,
  });
  useLiveEvent('viewing', (event) => {
    // The channel tells everybody of everybody; "who else" is without oneself.
    const others = event.viewers.filter((viewer) => viewer.id !== me);
    if (event.alert === alert) client.setQueryData<Viewers>(queryKey, others);
  });
  return data ?? [];
}
