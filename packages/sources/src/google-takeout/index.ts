import { z } from 'zod';
import { firstRecords } from '../csv/records.js';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { rejection } from '../input/input-entry.js';
import { headText } from '../input/text-chunks.js';
import { readGoogleChat } from './read-chat.js';
import { isCommentsPage, readCommentsPage } from './read-comments-page.js';
import { readTable } from './read-table.js';
import { isInTakeout, isTakeoutSideFile } from './side-files.js';
import { youTubeTable, type YouTubeTable } from './table-shape.js';

/** What Google gives to the owner of an account (Takeout): YouTube comments, live chat and posts; Google Chat. */
export const googleTakeoutSource: SourceDefinition<Record<string, never>, Record<string, never>> = {
  kind: 'google-takeout',
  title: 'Google Takeout (YouTube, Google Chat)',
  capabilities: { live: false, file: true, backfill: true, edits: true, deletions: true, media: true },
  configSchema: z.object({}).strict(),
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  isSideFile: isTakeoutSideFile,
  isCompanion: (name) => /(?:^|\/)group_info\.json$/u.test(name),
  read,
};

/** Rows that are looked at to tell the columns of a table. */
const mostSampled = 50;

function tableIn(head: string): YouTubeTable | undefined {
  if (/^\uFEFF?\s*[<{[]/u.test(head)) return undefined;
  const rows = firstRecords(head.replace(/^\uFEFF/u, ''), ',', mostSampled);
  // the last row may be cut off by the end of what is looked at
  const whole = rows.length > 1 && rows.length < mostSampled && !/\n\s*$/u.test(head) ? rows.slice(0, -1) : rows;
  const filled = whole.filter((row) => row.some((cell) => cell.trim() !== ''));
  return youTubeTable(filled) ?? (filled.length === rows.length ? undefined : youTubeTable(rows));
}

function isChat(head: string): boolean {
  return /^\uFEFF?\s*\{\s*"messages"\s*:\s*\[\s*(?:\{\s*"creator"\s*:|\{[^[\]]{0,400}"created_date"\s*:)/u.test(head);
}

function detect(file: FileInput): Detection {
  const head = headText(file.head);
  if (isChat(head)) return 0.95;
  if (isCommentsPage(head)) return 0.97;
  if (tableIn(head) !== undefined) return 0.95;
  return isOther(file) ? 0.96 : 0;
}

/** A list of another product: part of the archive, and nobody's published words. */
function isOther(file: FileInput): boolean {
  const { beside } = file;
  return beside !== undefined && /\.(?:csv|json|html?)$/iu.test(beside.self) && isInTakeout(beside.self, beside.names);
}

function read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const head = headText(file.head);
  const table = tableIn(head);
  if (isChat(head)) return readGoogleChat(file, options);
  if (isCommentsPage(head)) return readCommentsPage(file, options);
  return table === undefined ? readNothing(file) : readTable(file, options, table);
}

async function* readNothing(file: FileInput): AsyncGenerator<ReadResult> {
  if (!isOther(file))
    yield rejection(file.name, 'holds neither YouTube comments, live chat or posts nor Google Chat messages');
}
