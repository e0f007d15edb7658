import type {
  ErrorBody,
  ErrorCode,
  Route,
  RouteBodyInput,
  RouteName,
  RouteParams,
  RouteQueryInput,
  RouteResponse,
  Routes,
} from '@vedette/contract';
import { routes } from './routes.js';

const apiBase = '/api/v1';

/** What the API refused, or `unreachable` when there was no answer at all. `message` is written for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: ErrorCode | 'unreachable',
    message: string,
    readonly problems: readonly { readonly path: string; readonly message: string }[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return ['unreachable', 'unavailable', 'upstream-failed', 'rate-limited', 'internal'].includes(this.code);
  }
}

type Part<K extends string, T> = [T] extends [undefined] ? { readonly [P in K]?: never } : { readonly [P in K]: T };
type QueryPart<T> = [T] extends [undefined] ? { readonly query?: never } : { readonly query?: T };
type BodyPart<R extends Route> = R extends { bodyType: string }
  ? { readonly body: Blob | string }
  : Part<'body', RouteBodyInput<R>>;

/** What a call of this route takes: its params, query and body as the contract types them. */
export type CallInput<R extends Route> = Part<'params', RouteParams<R>> &
  QueryPart<RouteQueryInput<R>> &
  BodyPart<R> & { readonly signal?: AbortSignal };

type RequiredInput<R extends Route> = {} extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>];

type Sayable = string | number | boolean | undefined;

interface LooseInput {
  readonly params?: Readonly<Record<string, Sayable>> | undefined;
  readonly query?: Readonly<Record<string, Sayable>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The address of a route, for links and images.
 * @example addressOf('getImage', { params: { id: 'a', index: 0 } }) // '/api/v1/items/a/images/0'
 */
export function addressOf(name: RouteName, input: LooseInput = {}): string {
  const path = routes[name].path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(input.params?.[key])),
  );
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== '') query.set(key, String(value));
  }
  const search = query.toString();
  return apiBase + path + (search === '' ? '' : `?${search}`);
}

/**
 * Calls one route of the contract.
 * @returns the body as the contract types it; undefined where the answer is 204
 * @throws ApiError
 * @example const { rows } = await call('listSources');
 */
export async function call<N extends RouteName>(
  name: N,
  ...[input]: RequiredInput<Routes[N]>
): Promise<RouteResponse<Routes[N]>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- CallInput is a LooseInput for every route
  const given = (input ?? {}) as LooseInput;
  const { body, signal } = given;
  const raw = body instanceof Blob || typeof body === 'string';
  const headers: Record<string, string> = { accept: 'application/json' };
  if (routes[name].method !== 'GET') headers['x-vedette'] = '1';
  if (body !== undefined) headers['content-type'] = raw ? rawType(name) : 'application/json';
  let response: Response;
  try {
    response = await fetch(addressOf(name, given), {
      method: routes[name].method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new ApiError('unreachable', 'The server does not answer.', [], { cause });
  }
  if (!response.ok) throw await errorOf(response);
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server answers through the contract's schemas
  return answer as RouteResponse<Routes[N]>;
}

function rawType(name: RouteName): string {
  return name === 'importOpml' ? 'text/x-opml' : 'application/octet-stream';
}

async function errorOf(response: Response): Promise<ApiError> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- anything else throws below and is told as such
    const { error } = (await response.json()) as ErrorBody;
    return new ApiError(error.code, error.message, error.problems);
  } catch (cause) {
    return new ApiError('internal', `The server answered ${response.status}.`, [], { cause });
  }
}
