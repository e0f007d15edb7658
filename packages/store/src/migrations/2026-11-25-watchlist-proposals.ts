import { type Kysely, type Migration, sql } from 'kysely';

const statements = [
  `create table watchlist_proposals (id text primary key,
    watchlist text not null references watchlists on delete cascade, base_version integer not null, name text not null,
    enabled boolean not null, rules text not null, findings text not null, at timestamptz(3) not null, by_id text not null,
    by_name text not null, state text not null, settled_at timestamptz(3), settled_by text, reason text)`,
  `create unique index watchlist_proposals_open on watchlist_proposals (watchlist) where state = 'open'`,
];

export const watchlistProposals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
