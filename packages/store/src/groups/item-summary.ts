import type { Decoded, Item, ItemSummary, Span } from '@vedette/contract';
import { sql } from 'kysely';
import type { Reader } from '../context.js';
import { storable } from '../stored-text.js';
import { readStored } from '../stored-json.js';

/** UTF-16 units of text that lists show; the whole is on the Item's page. */
const shownUnits = 600;

/** The parts of a summary that lie in the Item; the others are columns. */
type SummaryPart = Omit<ItemSummary, 'receivedAt' | 'demo' | 'spans'>;

function cut(text: string): string {
  if (text.length <= shownUnits) return text;
  const end = (text.charCodeAt(shownUnits - 1) & 0xfc00) === 0xd800 ? shownUnits - 1 : shownUnits;
  return text.slice(0, end);
}

/** What lists show of an Item, as JSON to be stored beside it. */
export function printSummary(item: Item, disguised: boolean): string {
  const part: SummaryPart = {
    id: item.id,
    source: item.source,
    kind: item.kind,
    url: item.url,
    author: item.author,
    publishedAt: item.publishedAt,
    title: item.title === undefined ? undefined : cut(item.title),
    text: cut(item.text),
    textLength: item.text.length,
    lang: item.lang,
    mediaCount: item.media?.length ?? 0,
    disguised,
  };
  // The database reads titles out of it, and cannot read what it cannot store.
  return JSON.stringify(part, (_key, value: unknown) => (typeof value === 'string' ? storable(value) : value));
}

export function isDisguised(decoded: { readonly title?: Decoded | undefined; readonly text: Decoded }): boolean {
  return decoded.text.disguises.length > 0 || (decoded.title?.disguises.length ?? 0) > 0;
}

export interface SummaryRow {
  readonly summary: string;
  readonly received_at: Date;
  readonly demo: boolean;
}

/** Puts a summary together; spans behind the part that is shown are left out. */
export function toSummary({ summary, received_at, demo }: SummaryRow, spans?: readonly Span[]): ItemSummary {
  const part = readStored<SummaryPart>(summary);
  const shown = spans?.filter(
    (span) => span.end <= (span.field === 'title' ? (part.title?.length ?? 0) : part.text.length),
  );
  return {
    ...part,
    receivedAt: received_at.toISOString(),
    demo,
    ...(shown === undefined || shown.length === 0 ? {} : { spans: shown }),
  };
}

/** Summaries of rows, in the order of `seqs`; rows that are gone are left out. */
export async function summariesOf(db: Reader, seqs: readonly number[]): Promise<Map<number, SummaryRow>> {
  if (seqs.length === 0) return new Map();
  const { rows } = await sql<SummaryRow & { readonly seq: number }>`select i.seq, b.summary, i.received_at, i.demo
    from items i join bodies b using (seq) where i.seq in (${sql.join(seqs)})`.execute(db);
  return new Map(rows.map((row) => [row.seq, row]));
}
