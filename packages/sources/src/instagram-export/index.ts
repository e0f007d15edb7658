import { z } from 'zod';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { exportRoot, isInstagramPlace, metaShape } from '../facebook-export/export-shape.js';
import { htmlFormReason } from '../facebook-export/index.js';
import { readChat } from '../facebook-export/read-chat.js';
import { readEntries } from '../facebook-export/read-entries.js';
import { isMetaSideFile } from '../facebook-export/side-files.js';
import { ContentIds } from '../input/content-id.js';
import { rejection } from '../input/input-entry.js';
import { headText } from '../input/text-chunks.js';
import { handleBeside, isAccountFile } from './owner.js';
import { normalizeEntry } from './normalize.js';
import { instagramEntrySchema } from './schema.js';

/** The information that Instagram gives to the owner of an account: posts, comments, messages, threads; in its JSON form. */
export const instagramExportSource: SourceDefinition<Record<string, never>, Record<string, never>> = {
  kind: 'instagram-export',
  title: 'Instagram export (JSON)',
  capabilities: { live: false, file: true, backfill: true, edits: false, deletions: false, media: true },
  configSchema: z.object({}).strict(),
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  isSideFile: isMetaSideFile,
  isCompanion: isAccountFile,
  read,
};

const contentKey =
  /^(?:ig_(?:stories|reels_media|igtv_media|archived_post_media|other_media|profile_picture)|comments_(?:media|reels|story)_comments|text_post_app_text_posts)$/u;

/** Who has published one thing gets it without a list around it. */
function isOneEntry(head: string): boolean {
  return /^\uFEFF?\s*\{\s*"media"\s*:\s*\[\s*\{\s*"uri"\s*:/u.test(head) && /"creation_timestamp"\s*:\s*\d/u.test(head);
}

function isEntries(head: string): boolean {
  if (isOneEntry(head)) return true;
  const named = /^\uFEFF?\s*\{\s*"(\w+)"\s*:\s*\[/u.exec(head)?.[1];
  if (named !== undefined) return contentKey.test(named);
  if (!/^\uFEFF?\s*\[\s*\{/u.test(head)) return false;
  if (/^\uFEFF?\s*\[\s*\{\s*"media"\s*:\s*\[\s*(?:\]|\{\s*"uri"\s*:)/u.test(head)) return true;
  return (
    /"string_map_data"\s*:\s*\{\s*"[^"]+"\s*:\s*\{\s*"(?:href|value|timestamp)"/u.test(head) &&
    /"media_list_data"|"Media Owner"/u.test(head)
  );
}

function detect(file: FileInput): Detection {
  const head = headText(file.head);
  if (isEntries(head)) return 0.94;
  const here = isInstagramPlace(file.name, file.beside);
  if (metaShape(head) === 'chat') return here || speaksOfInstagram(head) ? 0.96 : 0.5;
  return here && isSideJson(file) ? 0.94 : 0;
}

/** Chats of both services look alike; what is shared in them and where pictures lie does not. */
function speaksOfInstagram(head: string): boolean {
  return /"uri"\s*:\s*"your_instagram_activity|"link"\s*:\s*"https:\\?\/\\?\/(?:www\.)?instagram\.com/u.test(head);
}

function isSideJson(file: FileInput): boolean {
  const { beside } = file;
  return beside !== undefined && /\.json$/iu.test(beside.self) && exportRoot(beside.self, beside.names) !== undefined;
}

async function* read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const head = headText(file.head);
  const shape = metaShape(head);
  if (isEntries(head)) {
    const context = { ids: new ContentIds(), owner: await handleBeside(file.beside) };
    yield* readEntries(
      file,
      options,
      (key) => contentKey.test(key),
      (entry) => {
        const item = normalizeEntry(instagramEntrySchema.parse(entry), context);
        return item === undefined ? [] : [item];
      },
      isOneEntry(head),
    );
  } else if (shape === 'chat') {
    yield* readChat(file, options, 'instagram-export');
  } else if (shape === 'html') {
    yield rejection(file.name, htmlFormReason);
  } else if (!isSideJson(file)) {
    yield rejection(file.name, 'holds neither posts nor comments nor messages of an Instagram export');
  }
}
