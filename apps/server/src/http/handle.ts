import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Route, RouteBody, RouteParams, RouteQuery } from '@vedette/contract';
import type { Caller } from '../caller.js';

/** What a handler gets: the validated request, and who asks. */
export interface Call<R extends Route> {
  readonly params: RouteParams<R>;
  readonly query: RouteQuery<R>;
  /** the validated JSON body; see `payload` for routes with a `bodyType` */
  readonly body: RouteBody<R>;
  /** the raw body of routes with a `bodyType`, not yet read */
  readonly payload: Readable;
  readonly caller: 'public' extends R['scope'] ? Caller | undefined : Caller;
  /** address of the client, for limits only */
  readonly address: string;
  readonly headers: Headers;
  /** aborts when the client goes away */
  readonly signal: AbortSignal;
  /** adds a `Set-Cookie` line to the answer */
  readonly setCookie: (line: string) => void;
}

/** The body of a route with `stream`: bytes of a type, not JSON. */
export interface StreamAnswer {
  readonly type: string;
  readonly body: Readable | Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a handler gives: the answer's body as the contract has it, a stream, or nothing (204). */
type Answer<R extends Route> = R['response'] extends z.ZodType
  ? z.input<R['response']>
  : R['stream'] extends string
    ? StreamAnswer
    : void;

export type Handler<R extends Route> = (call: Call<R>) => Promise<Answer<R>>;

/** A route of the contract with the function that answers it. Its types are checked by the schemas at run time. */
export interface HandledRoute {
  readonly route: Route;
  handler(call: Call<Route>): Promise<unknown>;
}

/**
 * Ties a handler to a route of the contract; parameters, query, body and answer are typed from its schemas.
 * @example handle(routes.getItem, async ({ params }) => items.detail(params.id))
 */
export function handle<const R extends Route>(route: R, handler: Handler<R>): HandledRoute;
export function handle(route: Route, handler: (call: Call<Route>) => Promise<unknown>): HandledRoute {
  return { route, handler };
}
