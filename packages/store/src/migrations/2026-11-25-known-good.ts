import { type Kysely, type Migration, sql } from 'kysely';

const statements = [
  `create table known_good (id text primary key, watchlist text not null, title text, text text not null, lang text,
    note text, item text, added_at timestamptz(3) not null, added_by text not null, added_version integer not null,
    removed_at timestamptz(3), removed_by text, removed_version integer)`,
  `create index known_good_list on known_good (watchlist, added_version)`,
];

export const knownGood: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
