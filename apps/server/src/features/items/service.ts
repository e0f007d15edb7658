import type { Item, ItemDetail } from '@vedette/contract';
import type { Pipeline } from '@vedette/pipeline';
import { safeItem } from '@vedette/sources';
import { systemActor, type Actor, type ItemFilters, type Store } from '@vedette/store';
import { ServiceError } from '../../errors.js';
import type { StreamAnswer } from '../../http/handle.js';
import type { AlertsService } from '../alerts/service.js';
import { exportCsv, exportNdjson } from './export.js';

export interface ItemsService {
  /** @throws ServiceError `not-found` */
  detail(id: string, reader: Actor): Promise<ItemDetail>;
  /** Stores Items that a program hands in; when it resolves they are on disk. */
  add(items: readonly Item[]): Promise<{ readonly stored: number; readonly known: number; readonly alerts: number }>;
  export(filters: ItemFilters, format: 'ndjson' | 'csv', by: Actor): Promise<StreamAnswer>;
}

export interface ItemsServiceOptions {
  readonly store: Pick<Store, 'items' | 'search' | 'sources' | 'record'>;
  readonly pipeline: Pick<Pipeline, 'ingest'>;
  readonly alerts: Pick<AlertsService, 'withViewers'>;
  readonly now: () => number;
}

/** The watched source under which Items of programs are kept; Items keep the source that they state. */
const handedIn = { kind: 'ndjson', url: 'api:/items' } as const;

export function createItemsService({ store, pipeline, alerts, now }: ItemsServiceOptions): ItemsService {
  let source: Promise<string> | undefined;

  async function findOrAdd(): Promise<string> {
    const known = await store.sources.findByUrl(handedIn.kind, handedIn.url);
    if (known !== undefined) return known.id;
    const added = await store.sources.add(
      {
        ...handedIn,
        title: 'Handed in through the API',
        config: {},
        basis: 'Handed in by programs that an administrator gave a key to',
        once: true,
      },
      systemActor,
    );
    return added.id;
  }

  /** Asked for again each time: somebody may have removed it. */
  function handedInSource(): Promise<string> {
    source ??= findOrAdd().finally(() => {
      source = undefined;
    });
    return source;
  }

  return {
    async detail(id, reader) {
      const detail = await store.items.detail(id, reader.id);
      if (detail === undefined) throw new ServiceError('not-found', 'there is no such Item; it may have been removed');
      const { alert, ...rest } = detail;
      return alert === undefined ? rest : { ...rest, alert: alerts.withViewers(alert, reader) };
    },
    async add(items) {
      const {
        stored,
        known,
        alerts: opened,
      } = await pipeline.ingest(items.map(safeItem), { sourceId: await handedInSource() });
      return { stored, known, alerts: opened };
    },
    async export(filters, format, by) {
      const found = await store.search.export(filters);
      const exportedAt = new Date(now()).toISOString();
      await store.record.append({
        at: now(),
        actor: by,
        action: 'items.exported',
        subject: 'search',
        details: { query: { ...filters }, format, total: found.total },
      });
      const head = { query: filters, exportedAt, total: found.total };
      const day = exportedAt.slice(0, 10);
      return {
        type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
        body: format === 'csv' ? exportCsv(head, found.items) : exportNdjson(head, found.items),
        headers: { 'content-disposition': `attachment; filename="vedette-${day}.${format}"` },
      };
    },
  };
}
