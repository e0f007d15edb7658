import { Readable } from 'node:stream';
import { liveEventSchema, type LiveEvent, type Scope } from '@vedette/contract';

/** Who listens to the live channel, and what they may hear. */
export interface Listener {
  /** id of the person, or of the API key */
  readonly id: string;
  readonly scopes: readonly Scope[];
  /** ids of the listener's own columns; asked at each event, as columns change */
  readonly columns: () => ReadonlySet<string>;
  /** `Last-Event-ID` of a client that comes back */
  readonly after: string | undefined;
  /** whether the session or key behind the stream is still good; asked at each heartbeat */
  readonly stillAllowed: () => Promise<boolean>;
}

export interface Hub {
  publish(event: LiveEvent): void;
  /** A stream of server-sent events; it ends when its reader goes away or may no longer listen. */
  listen(listener: Listener): Readable;
  /** Ends the streams of one person at once. */
  end(listenerId: string): void;
  readonly listeners: number;
  close(): void;
}

export interface HubOptions {
  /** tells ids of this start from those of an earlier one */
  readonly epoch: string;
  /** how many events are kept for clients that come back */
  readonly kept?: number;
  /** bytes waiting for a reader beyond which it is too slow */
  readonly slowBytes?: number;
  readonly flushMs?: number;
  readonly heartbeatMs?: number;
}

interface Kept {
  readonly number: number;
  readonly scope: Scope | undefined;
  readonly render: (columns: ReadonlySet<string>) => string;
}

interface Open {
  readonly listener: Listener;
  readonly stream: Readable;
  pending: string[];
  pendingBytes: number;
  /** set when the reader fell behind: nothing more is queued until it has taken what it has, then it starts afresh */
  behind: boolean;
}

const scopeOf: Readonly<Record<LiveEvent['type'], Scope | undefined>> = {
  item: 'items:read',
  alert: 'alerts:read',
  decision: 'alerts:read',
  viewing: 'alerts:read',
  source: 'sources:read',
  reset: undefined,
};

/**
 * The live channel. Events get increasing ids and are kept in a ring, so that a client that was away gets what it missed,
 * or one `reset` when that is gone. Events are written in batches, each once for all listeners, and a reader that does
 * not keep up is told to load afresh instead of making the server hold its backlog.
 */
export function createHub(options: HubOptions): Hub {
  const { epoch, kept = 5000, slowBytes = 4_000_000, flushMs = 50, heartbeatMs = 15_000 } = options;
  const ring: Kept[] = [];
  const open = new Set<Open>();
  let last = 0;
  const idOf = (number: number): string => `${epoch}-${number}`;
  const resetFrame = (): string => frame(idOf(last), JSON.stringify({ type: 'reset' }));

  const flushing = setInterval(() => {
    for (const each of open) flush(each);
  }, flushMs);
  const beating = setInterval(() => {
    for (const each of open) void beat(each);
  }, heartbeatMs);
  flushing.unref();
  beating.unref();

  function offer(to: Open, event: Kept): void {
    if (to.behind || (event.scope !== undefined && !to.listener.scopes.includes(event.scope))) return;
    const text = event.render(to.listener.columns());
    to.pending.push(text);
    to.pendingBytes += text.length;
    if (to.pendingBytes + to.stream.readableLength > slowBytes) {
      to.behind = true;
      to.pending = [];
      to.pendingBytes = 0;
    }
  }

  function flush(to: Open): void {
    if (to.behind) {
      if (to.stream.readableLength > 0) return;
      to.behind = false;
      to.stream.push(resetFrame());
      return;
    }
    if (to.pending.length === 0) return;
    to.stream.push(to.pending.join(''));
    to.pending = [];
    to.pendingBytes = 0;
  }

  async function beat(to: Open): Promise<void> {
    // In doubt the stream ends: the page comes back by itself, is asked who it is, and misses nothing.
    const allowed = await to.listener.stillAllowed().catch(() => false);
    if (!allowed) finish(to);
    else if (!to.behind && open.has(to)) to.stream.push(': beat\n\n');
  }

  function finish(to: Open): void {
    open.delete(to);
    to.stream.push(null);
  }

  /** Where a returning client goes on: the place in the ring, or undefined when what it missed is gone. */
  function placeAfter(id: string): number | undefined {
    const [, from, number] = /^(.+)-(\d+)$/.exec(id) ?? [];
    if (from !== epoch) return undefined;
    const seen = Number(number);
    const first = ring[0]?.number ?? last + 1;
    if (seen > last || seen < first - 1) return undefined;
    return seen - (first - 1);
  }

  return {
    publish(event) {
      last += 1;
      const entry: Kept = { number: last, scope: scopeOf[event.type], render: renderer(idOf(last), event) };
      ring.push(entry);
      if (ring.length > kept) ring.shift();
      for (const each of open) offer(each, entry);
    },
    listen(listener) {
      const stream = new Readable({ read: () => undefined });
      const entry: Open = { listener, stream, pending: [], pendingBytes: 0, behind: false };
      open.add(entry);
      stream.once('close', () => open.delete(entry));
      stream.push('retry: 2000\n\n');
      if (listener.after !== undefined) {
        const place = placeAfter(listener.after);
        if (place === undefined) stream.push(resetFrame());
        else for (const missed of ring.slice(place)) offer(entry, missed);
      }
      return stream;
    },
    end(listenerId) {
      for (const each of open) if (each.listener.id === listenerId) finish(each);
    },
    get listeners() {
      return open.size;
    },
    close() {
      clearInterval(flushing);
      clearInterval(beating);
      for (const each of open) {
        flush(each);
        finish(each);
      }
    },
  };
}

function frame(id: string, data: string): string {
  return `id: ${id}\ndata: ${data}\n\n`;
}

/**
 * Turns an event into its frame. The costly part is made once, and only when somebody listens (an import of a million
 * Items passes through here too); only an Item's columns differ between listeners.
 */
function renderer(id: string, event: LiveEvent): Kept['render'] {
  let made: Kept['render'] | undefined;
  return (columns) => {
    made ??= makeRender(id, event);
    return made(columns);
  };
}

function makeRender(id: string, event: LiveEvent): Kept['render'] {
  // The allow-list of the contract holds for this channel too.
  const safe = liveEventSchema.parse(event);
  if (safe.type !== 'item') {
    const text = frame(id, JSON.stringify(safe));
    return () => text;
  }
  const item = JSON.stringify(safe.item);
  return (columns) => {
    const own = safe.columns.filter((column) => columns.has(column));
    return frame(id, `{"type":"item","item":${item},"columns":${JSON.stringify(own)}}`);
  };
}
