import type { z } from 'zod';
import type { Scope } from '../people.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One route of the HTTP API. The server registers a handler for each, OpenAPI is made from the same schemas, and the
 * page calls it through them, so the three cannot disagree.
 */
export interface Route {
  readonly method: Method;
  /** below `/api/v1`, with `:name` parameters */
  readonly path: string;
  /** the scope a caller needs; `signed-in` any account; `public` nobody in particular */
  readonly scope: Scope | 'signed-in' | 'public';
  readonly tag: string;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** the answer's body; missing where `stream` says what comes, or where the answer is 204 */
  readonly response?: z.ZodType;
  /** a body that is not one JSON value */
  readonly stream?:
    'application/x-ndjson' | 'text/event-stream' | 'text/csv' | 'text/x-opml' | 'application/yaml' | 'image/*';
  /** what the request body is when it is not JSON */
  readonly bodyType?: 'application/octet-stream' | 'text/x-opml' | 'application/x-ndjson';
}

/** Gives the route back with its exact type, so that handlers and client are typed from it. */
export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Input<T> = T extends z.ZodType ? z.input<T> : undefined;

export type RouteParams<R extends Route> = Output<R['params']>;
export type RouteQuery<R extends Route> = Output<R['query']>;
export type RouteBody<R extends Route> = Output<R['body']>;
export type RouteResponse<R extends Route> = Output<R['response']>;
/** What a caller may leave out (defaults) is optional here. */
export type RouteQueryInput<R extends Route> = Input<R['query']>;
export type RouteBodyInput<R extends Route> = Input<R['body']>;
