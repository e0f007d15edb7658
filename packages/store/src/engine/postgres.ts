import {
  type Dialect,
  PostgresDialect,
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import { type CustomTypesConfig, Pool, type PoolClient, type QueryResultRow, types as standardTypes } from 'pg';
import { inWords } from './database-errors.js';

const int8 = 20;

/** Counts and row numbers as numbers: none of ours passes 2^53. */
const types: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- its types name a few oids only; it takes any
    return oid === int8 && format !== 'binary' ? Number : standardTypes.getTypeParser(oid, format);
  },
};

/**
 * kysely on PostgreSQL. Connections are few: writers wait for each other anyway, and a screen asks a handful of questions.
 * @param log hears of connections that were lost while idle; the next question opens another
 */
export function postgresDialect(databaseUrl: string, log: (message: string) => void): Dialect {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 10,
    types,
    connectionTimeoutMillis: 15_000,
    application_name: 'vedette',
    // Lists are planned by their index; compiling a plan costs more than it saves on them.
    options: '-c jit=off -c timezone=UTC',
  });
  pool.on('error', (error) => log(`a connection to PostgreSQL was lost: ${error.message}`));
  return new PostgresDialect({ pool: speaking(pool) });
}

/** The same pool, with failures in words. */
function speaking(pool: Pool): PostgresPool {
  return {
    async connect(): Promise<PostgresPoolClient> {
      const client = await pool.connect().catch((error: unknown) => {
        throw inWords(error);
      });
      function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
      function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
      function query<R>(
        statement: string | PostgresCursor<R>,
        parameters: readonly unknown[] = [],
      ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
        if (typeof statement !== 'string') throw new TypeError('cursors are not used; read in pages instead');
        return ask<R>(client, statement, parameters);
      }
      return { query, release: () => client.release() };
    },
    end: () => pool.end(),
  };
}

async function ask<R>(
  client: PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<PostgresQueryResult<R>> {
  try {
    const { command, rowCount, rows } = await client.query<R & QueryResultRow>(sql, [...parameters]);
    if (!isCommand(command)) return { command: 'SELECT', rowCount: rowCount ?? 0, rows };
    return { command, rowCount: rowCount ?? 0, rows };
  } catch (error) {
    throw inWords(error);
  }
}

function isCommand(command: string): command is PostgresQueryResult<unknown>['command'] {
  return ['UPDATE', 'DELETE', 'INSERT', 'SELECT', 'MERGE'].includes(command);
}
