import { append, emptyEdge, type TreeEdge } from '@vedette/ledger';
import { type Kysely, type Migration, sql } from 'kysely';

const statements = [
  // What an entry says can be erased; what is hashed is a commitment to it. Entries of before have none.
  `alter table record_entries add column salt text, add column commitment text`,
  `alter table record_entries alter column actor drop not null, alter column subject drop not null,
    alter column details drop not null`,
  `alter table record_head add column last_at text not null default ''`,
  `create table record_tiles (level smallint not null, n bigint not null, hash text not null, primary key (level, n))`,
  `create table record_checkpoints (size bigint primary key, at timestamptz(3) not null, note text not null)`,
];

const leavesAtOnce = 10_000;

export const recordCommitments: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await fillTiles(db);
  },
};

/** The roots of the tiles that are full already. */
async function fillTiles(db: Kysely<unknown>): Promise<void> {
  let edge: TreeEdge = emptyEdge;
  for (;;) {
    const { rows } = await sql<{ readonly leaf_hash: string }>`select leaf_hash from record_entries
      where index >= ${edge.size} order by index limit ${leavesAtOnce}`.execute(db);
    if (rows.length === 0) return;
    const grown = append(
      edge,
      rows.map((row) => Buffer.from(row.leaf_hash, 'hex')),
    );
    edge = grown.edge;
    for (const { level, n, hash } of grown.full)
      await sql`insert into record_tiles values (${level}, ${n}, ${hash.toString('hex')})`.execute(db);
  }
}
