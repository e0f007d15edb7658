import { z } from 'zod';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { ContentIds } from '../input/content-id.js';
import { rejection } from '../input/input-entry.js';
import { headText } from '../input/text-chunks.js';
import { exportRoot, isPublishedKey, metaShape, type MetaShape } from './export-shape.js';
import { normalizeEntry } from './normalize-entry.js';
import { isProfileFile, ownerBeside } from './owner.js';
import { readChat } from './read-chat.js';
import { readEntries } from './read-entries.js';
import { entrySchema } from './schema.js';
import { isMetaSideFile } from './side-files.js';

/** The information that Facebook gives to the owner of a profile: posts, comments, groups, messages; in its JSON form. */
export const facebookExportSource: SourceDefinition<Record<string, never>, Record<string, never>> = {
  kind: 'facebook-export',
  title: 'Facebook export (JSON)',
  capabilities: { live: false, file: true, backfill: true, edits: true, deletions: false, media: true },
  configSchema: z.object({}).strict(),
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  isSideFile: isMetaSideFile,
  isCompanion: isProfileFile,
  read,
};

/** Said of every page of the HTML form: its words stand between names that differ by language and year. */
export const htmlFormReason =
  'is the HTML form of a Facebook or Instagram export, which is not read; ask for the export again with the format JSON';

function detect(file: FileInput): Detection {
  const shape = metaShape(headText(file.head));
  if (shape === 'html') return 0.97;
  if (shape !== undefined) return 0.92;
  return isSideJson(file) ? 0.75 : 0;
}

/** A list of settings, friends or advertisements: part of the export, and nobody's words. */
function isSideJson(file: FileInput): boolean {
  const { beside } = file;
  return beside !== undefined && /\.json$/iu.test(beside.self) && exportRoot(beside.self, beside.names) !== undefined;
}

function read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const shape = metaShape(headText(file.head));
  return shape === 'chat' ? readChat(file, options, 'facebook-export') : readOther(file, options, shape);
}

async function* readOther(
  file: FileInput,
  options: ReadOptions,
  shape: Exclude<MetaShape, 'chat'> | undefined,
): AsyncGenerator<ReadResult> {
  if (shape === 'html') {
    yield rejection(file.name, htmlFormReason);
  } else if (shape !== undefined) {
    const context = { owner: await ownerBeside(file.beside), ids: new ContentIds() };
    yield* readEntries(
      file,
      options,
      isPublishedKey,
      (entry, key) => normalizeEntry(entrySchema.parse(entry), context, /comment/u.test(key) ? 'comment' : 'post'),
      shape === 'one-entry',
    );
  } else if (!isSideJson(file)) {
    yield rejection(file.name, 'holds neither messages nor posts nor comments of a Facebook export');
  }
}
