import { z } from 'zod';
import { apiBase, errorBodySchema, errorCodes, routes, type Route } from '@vedette/contract';

type Json = Readonly<Record<string, unknown>>;
type JsonSchema = Pick<z.core.JSONSchema.BaseSchema, 'properties' | 'required'>;

type OpenApiResponse =
  | { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: object }>> }
  | { readonly $ref: string };

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly servers: readonly Json[];
  readonly security: readonly Json[];
  readonly tags: readonly Json[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Json;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security?: readonly Json[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: Readonly<Record<string, { readonly schema: object }>>;
  };
  readonly responses: Readonly<Record<string, OpenApiResponse>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: object | boolean;
}

/**
 * The OpenAPI 3.1 document of the HTTP API, made from the same zod schemas that validate it.
 * @example openApi('0.1.0').paths['/search']?.['get']?.operationId // 'search'
 */
export function openApi(version: string): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  const named: Record<string, unknown> = {};
  for (const [name, route] of Object.entries<Route>(routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route, named) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vedette',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Everything that the console does goes through this API. Sign in for a session cookie, or send an API key as `Authorization: Bearer`. ' +
        'Requests that change something and carry a cookie must come from the console, or send a JSON body or the header `x-vedette: 1`.',
    },
    servers: [{ url: apiBase }],
    security: [{ apiKey: [] }, { session: [] }],
    tags: [...new Set(Object.values(routes).map((route) => route.tag))].map((tag) => ({ name: tag })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'vedette.session_token' },
      },
      schemas: { ...named, Error: jsonSchema(errorBodySchema, 'output', {}) },
      responses: {
        Error: {
          description: `An error; \`code\` is one of ${errorCodes.join(', ')}`,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
        },
      },
    },
  };
}

/** `named` collects the shapes that go to the components. */
function operation(name: string, route: Route, named: Record<string, unknown>): Operation {
  const parameters = [...parametersOf(route.params, 'path', named), ...parametersOf(route.query, 'query', named)];
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary,
    description: rightOf(route.scope),
    ...(route.scope === 'public' ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(route, named),
    responses: { ...success(route, named), default: { $ref: '#/components/responses/Error' } },
  };
}

function rightOf(scope: Route['scope']): string {
  if (scope === 'public') return 'Needs no sign-in.';
  return scope === 'signed-in' ? 'Needs any account.' : `Needs the scope \`${scope}\`.`;
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: Parameter['in'],
  named: Record<string, unknown>,
): readonly Parameter[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input', named);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function requestBody(route: Route, named: Record<string, unknown>): Pick<Operation, 'requestBody'> {
  if (route.bodyType !== undefined) {
    const schema = route.bodyType === 'application/octet-stream' ? {} : { type: 'string' };
    return { requestBody: { required: true, content: { [route.bodyType]: { schema } } } };
  }
  if (route.body === undefined) return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(route.body, 'input', named) } },
    },
  };
}

function success(route: Route, named: Record<string, unknown>): Readonly<Record<string, OpenApiResponse>> {
  if (route.stream !== undefined) {
    return { 200: { description: route.summary, content: { [route.stream]: { schema: {} } } } };
  }
  if (route.response === undefined) return { 204: { description: 'Done; no body' } };
  return {
    200: {
      description: route.summary,
      content: { 'application/json': { schema: jsonSchema(route.response, 'output', named) } },
    },
  };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output', named: Record<string, unknown>): JsonSchema {
  const {
    $schema: _dialect,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  for (const [name, definition] of Object.entries($defs ?? {})) named[name] = withComponentRefs(definition);
  return withComponentRefs(rest);
}

/** Named shapes (recursive ones) stand with the document's components, not within each schema. */
function withComponentRefs<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    key === '$ref' && typeof inner === 'string' ? inner.replace(/^#\/\$defs\//, '#/components/schemas/') : inner,
  );
}
