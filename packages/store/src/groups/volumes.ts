import { sql } from 'kysely';
import type { Reader, Tx } from '../context.js';

/** `rule`: key `watchlist/rule`, by day. `column`: key the column's id, by quarter of an hour. */
export type VolumeName = 'rule' | 'column';

const widths: Readonly<Record<VolumeName, number>> = { rule: 86_400_000, column: 900_000 };

/** The beginning of the day or quarter that a moment is in, epoch milliseconds. */
export function bucketOf(name: VolumeName, at: number): number {
  return Math.floor(at / widths[name]) * widths[name];
}

/** Volumes to be written together. */
export class VolumeChanges {
  readonly #changes = new Map<
    string,
    { readonly name: VolumeName; readonly key: string; readonly at: string; value: number }
  >();

  add(name: VolumeName, key: string, at: number, by: number): void {
    const bucket = new Date(bucketOf(name, at)).toISOString();
    const place = `${name} ${bucket} ${key}`;
    const change = this.#changes.get(place);
    if (change === undefined) this.#changes.set(place, { name, key, at: bucket, value: by });
    else change.value += by;
  }

  async write(tx: Tx): Promise<void> {
    if (this.#changes.size === 0) return;
    await sql`insert into volumes (name, key, at, value)
      select name, key, at, value from json_to_recordset(${JSON.stringify([...this.#changes.values()])}::json)
        as x(name text, key text, at timestamptz, value integer)
      on conflict (name, key, at) do update set value = volumes.value + excluded.value`.execute(tx);
  }
}

/** The sum a key since a moment. */
export async function volumesSince(
  db: Reader,
  name: VolumeName,
  prefix: string,
  since: number,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('volumes')
    .select(['key', sql<number>`sum(value)::float8`.as('sum')])
    .where('name', '=', name)
    .where('at', '>=', new Date(bucketOf(name, since)))
    .where(sql<boolean>`starts_with(key, ${prefix})`)
    .groupBy('key')
    .execute();
  return new Map(rows.map(({ key, sum }) => [key, sum]));
}
