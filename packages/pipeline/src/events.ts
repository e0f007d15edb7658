import type { Alert, ItemSummary, WatchedSource } from '@vedette/contract';

/** What the pipeline tells the live channel. Each is emitted only after it is stored. */
export interface PipelineEvents {
  readonly item: { readonly item: ItemSummary; readonly columns: readonly string[] };
  readonly alert: Alert;
  readonly source: WatchedSource;
}

/** The name of one of the events. */
export type PipelineEventName = keyof PipelineEvents;
type Listener<Name extends PipelineEventName> = (event: PipelineEvents[Name]) => void;

/** A typed emitter. A listener that throws is reported and never stops the others, nor the pipeline. */
export interface Emitter {
  /** Listens until the function it gives back is called. */
  on<Name extends PipelineEventName>(name: Name, listener: Listener<Name>): () => void;
  emit<Name extends PipelineEventName>(name: Name, event: PipelineEvents[Name]): void;
  listeners(name: PipelineEventName): number;
}

/**
 * Makes an emitter.
 * @param onError hears of a listener that threw
 * @example const off = createEmitter(report).on('alert', (alert) => channel.send(alert));
 */
export function createEmitter(onError: (name: PipelineEventName, error: unknown) => void): Emitter {
  const lists: { readonly [Name in PipelineEventName]: Set<Listener<Name>> } = {
    item: new Set(),
    alert: new Set(),
    source: new Set(),
  };
  return {
    on(name, listener) {
      lists[name].add(listener);
      return () => {
        lists[name].delete(listener);
      };
    },
    emit(name, event) {
      for (const listener of lists[name]) {
        try {
          listener(event);
        } catch (error) {
          onError(name, error);
        }
      }
    },
    listeners: (name) => lists[name].size,
  };
}
