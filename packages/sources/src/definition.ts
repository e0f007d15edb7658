import type { z } from 'zod';
import type { Item, SourceKind } from '@vedette/contract';

/** What a source can do; the console, the CLI and the docs are generated from it. */
export interface Capabilities {
  readonly live: boolean;
  readonly file: boolean;
  readonly backfill: boolean;
  readonly edits: boolean;
  readonly deletions: boolean;
  readonly media: boolean;
}

/** Something that could not be read. `where` is an entry, line or path; `reason` plain words. */
export interface Rejected {
  readonly where: string;
  readonly reason: string;
  /** the beginning of what was received, at most 500 characters */
  readonly sample: string;
}

/**
 * One step of a source. The cursor is committed in the same transaction as the Items: a source opened again with it goes
 * on behind this batch. `lagMs` says how far behind the source the batch is, where that can be known.
 */
export interface Batch<Cursor> {
  readonly items: readonly Item[];
  readonly rejected: readonly Rejected[];
  readonly cursor: Cursor;
  readonly lagMs?: number;
  /** the earliest moment, epoch milliseconds, at which asking again makes sense (polling sources) */
  readonly nextAt?: number;
}

/** One GET of a source. */
export interface HttpRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** bytes after decompression; the request fails with `incompatible` beyond it */
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
}

/** An answer of 2xx, or 304 with an empty body; every other end is thrown as a `SourceError`. */
export interface HttpResponse {
  readonly status: number;
  /** address after redirects */
  readonly url: string;
  /** where permanent redirects (301, 308) alone led, if there were any: the address to ask next time */
  readonly permanentUrl?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** HTTP for sources: host-limited, never a private address (also after redirects and DNS changes), limited in size and time. */
export interface HttpClient {
  get(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
}

/** One POST of a source. Redirects of it are not followed. */
export interface PostRequest extends HttpRequest {
  readonly contentType: string;
  readonly content: string;
}

/** What is asked of an answer that does not end, or of a socket. */
export interface StreamRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** silence, milliseconds, after which the connection counts as dead (a socket is asked by a ping at half of it) */
  readonly idleMs?: number;
}

/** An answer that is read as it comes: not reading is the back-pressure. It throws `temporary` where it breaks. */
export interface HttpStream {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** One WebSocket of a source. */
export interface SocketRequest extends StreamRequest {
  readonly protocols?: readonly string[];
  /** bytes of one message; a longer one breaks the connection */
  readonly maxMessageBytes?: number;
}

/** A text message is a string. */
export type SocketMessage = string | Uint8Array;

/** A connected WebSocket. Not reading is the back-pressure: a few megabytes wait, then the other side is made to. */
export interface MessageSocket {
  /**
   * What arrived, in order, as many messages together as wait. Ends when the other side closes in order or `close` is
   * called; throws `temporary` where the connection breaks, behind what came before.
   */
  readonly messages: AsyncIterable<readonly SocketMessage[]>;
  send(text: string): void;
  close(): void;
}

/** Everything that leads out of a source, with the same limits: hosts, addresses, politeness, sizes. */
export interface SourceClient extends HttpClient {
  post(request: PostRequest, signal: AbortSignal): Promise<HttpResponse>;
  stream(request: StreamRequest, signal: AbortSignal): Promise<HttpStream>;
  socket(request: SocketRequest, signal: AbortSignal): Promise<MessageSocket>;
}

/** Everything a source may touch. It gets no `fetch`, no `Date.now`, no timer of its own. */
export interface SourceContext {
  readonly http: SourceClient;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly log: (level: 'debug' | 'info' | 'warn', message: string) => void;
  readonly secret: (name: string) => string | undefined;
}

/** The folder or archive that a file was found in, as far as a source may look at it. */
export interface Surroundings {
  /** the file's own name among `names` */
  readonly self: string;
  /** whether only this file is read, and the others are not read on their own */
  readonly alone: boolean;
  /** every file of the folder or archive, from its root, with `/` */
  readonly names: ReadonlySet<string>;
  /** the content of a small file among them (an account's name, a chat's title); undefined where it cannot be had */
  read(name: string): Promise<Uint8Array | undefined>;
  /** SHA-256 of a file among them, in hexadecimal; undefined where it cannot be had */
  sha256(name: string): Promise<string | undefined>;
}

/** One file as `detect` and `read` see it. `name` is the relative path with `/`; nothing in it is trusted. */
export interface FileInput {
  readonly name: string;
  /** the first bytes, up to 64 KiB, already at hand */
  readonly head: Uint8Array;
  /** size in bytes where known */
  readonly size?: number;
  /** what lies in the same folder or archive; missing for streams. Of a file given by its name: its own folder only */
  readonly beside?: Surroundings;
  /** opens the whole content; may be called once */
  open(): AsyncIterable<Uint8Array>;
}

/** What the person who reads a file says about it. */
export interface ReadOptions {
  /** zone of local times without one, IANA name; UTC where missing */
  readonly zone?: string;
  /** keep the foreign record under `raw` */
  readonly raw?: boolean;
  /** columns of a table without a known header */
  readonly columns?: string;
  /** path of the text in raw lines of other tools */
  readonly textPath?: string;
  /** address that relative links of the file are resolved against */
  readonly baseUrl?: string;
  /** Content-Type header of the answer that the file was, where it came by HTTP */
  readonly contentType?: string;
}

/** What `read` yields: Items and rejections in the order of the file. */
export type ReadResult = { readonly item: Item } | { readonly rejected: Rejected };

/** What a pasted address names. */
export interface Recognised<Config = unknown> {
  readonly title: string;
  readonly config: Config;
}

/** How sure `detect` is: 0 not this kind; 1 certain. */
export type Detection = number;

/**
 * A source adapter, a plain object. The registry lists them; nothing registers itself.
 * A live source implements `open`, a file source `detect` and `read`; a kind may be both.
 */
export interface SourceDefinition<Config = unknown, Cursor = unknown> {
  readonly kind: SourceKind;
  readonly title: string;
  readonly capabilities: Capabilities;
  readonly configSchema: z.ZodType<Config>;
  readonly cursorSchema: z.ZodType<Cursor>;
  /** hosts that a configured source may contact (their redirects on http and https are followed) */
  hosts(config: Config): readonly string[];
  /**
   * Whether what a person pasted (an address, a handle, an invitation) names something of this kind, told without asking
   * anybody; with the settings to watch it.
   * @example telegramWebSource.recognise?.('https://t.me/river_news')?.config // { channel: 'river_news', … }
   */
  recognise?(pasted: string): Recognised<Config> | undefined;
  detect?(file: FileInput): Detection;
  /**
   * Whether `name`, among the names of one folder or archive, belongs to an export of this kind without carrying anything
   * to read: attachments, style sheets. Such files are passed over in silence.
   */
  isSideFile?(name: string, names: ReadonlySet<string>): boolean;
  /** Whether `read` may ask for the file of this name through its surroundings: only small files that name things. */
  isCompanion?(name: string): boolean;
  read?(file: FileInput, options: ReadOptions): AsyncIterable<ReadResult>;
  open?(config: Config, cursor: Cursor | undefined, context: SourceContext): AsyncIterable<Batch<Cursor>>;
}
