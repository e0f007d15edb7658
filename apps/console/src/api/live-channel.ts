import type { LiveEvent } from '@vedette/contract';
import { addressOf } from './call.js';

export type ChannelState = 'connecting' | 'open' | 'paused' | 'broken';
type Listener = (event: LiveEvent) => void;

/** What the channel needs of the browser; tests hand in their own. */
export interface ChannelPorts {
  readonly open: (address: string) => EventSource;
  readonly later: (run: () => void, milliseconds: number) => () => void;
  /** how tabs share one connection; undefined where the browser cannot (no secure context) */
  readonly tabs: { readonly relay: BroadcastChannel; readonly locks: LockManager } | undefined;
}

function browserPorts(): ChannelPorts {
  return {
    open: (address) => new EventSource(address),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    tabs: 'locks' in navigator ? { relay: new BroadcastChannel('vedette-live'), locks: navigator.locks } : undefined,
  };
}

/**
 * The one live channel of the page. The browser resumes a dropped connection by itself (`Last-Event-ID`); where the
 * server refused, the channel asks again after 1 s, 2 s … 30 s and then tells its listeners `reset`, because what came
 * in between is not known. Tabs share one connection: a browser opens no more than six to one host.
 */
export class LiveChannel {
  #listeners = new Set<Listener>();
  #watchers = new Set<() => void>();
  #state: ChannelState = 'paused';
  #source: EventSource | undefined;
  #cancelRetry: (() => void) | undefined;
  #failures = 0;
  #missed = false;
  #leave: (() => void) | undefined;

  constructor(private readonly ports: ChannelPorts = browserPorts()) {
    ports.tabs?.relay.addEventListener('message', (message: MessageEvent<LiveEvent>) => {
      if (this.#source !== undefined || this.#state === 'paused') return;
      this.#set('open');
      this.#tell(message.data);
    });
  }

  get state(): ChannelState {
    return this.#state;
  }

  /** Begins to listen; a second call changes nothing. */
  start(): void {
    if (this.#state !== 'paused') return;
    this.#set('connecting');
    const { tabs } = this.ports;
    if (tabs === undefined) {
      this.#connect();
      return;
    }
    const abort = new AbortController();
    this.#leave = () => abort.abort();
    tabs.locks
      .request('vedette-live', { signal: abort.signal }, () => {
        // Held until this tab stops or closes; then the next tab in line takes over.
        return new Promise<void>((release) => {
          this.#leave = release;
          this.#connect();
        });
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) throw error;
      });
  }

  /** Stops listening; what comes meanwhile is missed and made good by `reset` after the next start. */
  pause(): void {
    if (this.#state !== 'paused') this.#missed = true;
    this.#cancelRetry?.();
    this.#source?.close();
    this.#source = undefined;
    this.#leave?.();
    this.#leave = undefined;
    this.#set('paused');
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  watchState(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #connect(): void {
    const source = this.ports.open(addressOf('live'));
    this.#source = source;
    source.addEventListener('open', () => {
      this.#set('open');
      if (this.#missed) this.#publish({ type: 'reset' });
      this.#failures = 0;
      this.#missed = false;
    });
    source.addEventListener('error', () => {
      if (source.readyState !== source.CLOSED) {
        this.#set('connecting');
        return;
      }
      this.#failures += 1;
      this.#missed = true;
      this.#set('broken');
      this.#cancelRetry = this.ports.later(() => this.#connect(), Math.min(30_000, 1000 * 2 ** (this.#failures - 1)));
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server sends nothing else on this channel
    const receive = (message: MessageEvent<string>) => this.#publish(JSON.parse(message.data) as LiveEvent);
    source.addEventListener('message', receive);
    for (const type of ['item', 'alert', 'decision', 'source', 'viewing', 'reset'])
      source.addEventListener(type, receive);
  }

  #publish(event: LiveEvent): void {
    this.#tell(event);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel is of one origin
    this.ports.tabs?.relay.postMessage(event);
  }

  #tell(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #set(state: ChannelState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}
