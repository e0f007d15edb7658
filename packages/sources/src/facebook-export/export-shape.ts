import type { Surroundings } from '../definition.js';

/** What a file of a Facebook or Instagram export is, by its first 64 KiB. */
export type MetaShape = 'chat' | 'entries' | 'one-entry' | 'html';

const published =
  /(?:^|_)(?:posts?|comments?|status_updates|wall_posts|photos|videos|notes|events|reels|stories)(?:_|$)/u;
const notPublished =
  /reaction|like|invit|recent|search|view|follow|respon|vote|(?:^|_)ads?(?:_|$)|block|rank|hidden|hide|saved|prefer|setting|allow|restrict|active/u;

/** Whether a list of this name holds what somebody published: `comments_v2`, `group_posts_v2`, `status_updates`. */
export function isPublishedKey(key: string): boolean {
  return published.test(key) && !notPublished.test(key);
}

/** What the beginning of a file shows; undefined where it is of neither. */
export function metaShape(head: string): MetaShape | undefined {
  if (isChat(head)) return 'chat';
  if (/^\uFEFF?\s*</u.test(head)) return isExportPage(head) ? 'html' : undefined;
  if (isListOfEntries(head) || isNamedList(head)) return 'entries';
  return isOneEntry(head) ? 'one-entry' : undefined;
}

function isChat(head: string): boolean {
  if (!/^\uFEFF?\s*\{/u.test(head)) return false;
  if (!/"participants"\s*:\s*\[/u.test(head)) return false;
  if (/"sender_name"\s*:|"senderName"\s*:/u.test(head)) return /"messages"\s*:\s*\[/u.test(head);
  return /"(?:thread_path|threadName|is_still_participant|joinable_mode)"\s*:/u.test(head);
}

/** The pages of the HTML form are made with class names of their own. */
function isExportPage(head: string): boolean {
  return /class="(?:[\w-]+ )*(?:_a6-g|_a6-p|_a6-h|_a6_o|_a705|_a706|_3-95|_2ph_|_4t5n|_2pin)[ "]/u.test(head);
}

function isListOfEntries(head: string): boolean {
  if (!/^\uFEFF?\s*\[\s*\{/u.test(head)) return false;
  if (!/"timestamp"\s*:\s*\d{9,10}\b/u.test(head)) return false;
  if (/"label_values"\s*:\s*\[/u.test(head)) return true;
  return (
    /"data"\s*:\s*\[\s*(?:\]|\{\s*"(?:post|update_timestamp|backdated_timestamp|comment|reaction)"\s*:)/u.test(head) ||
    /"attachments"\s*:\s*\[\s*\{\s*"data"\s*:/u.test(head)
  );
}

/** Who has published one thing gets it without a list around it. */
function isOneEntry(head: string): boolean {
  return (
    /^\uFEFF?\s*\{\s*"(?:timestamp|attachments|data|title)"\s*:/u.test(head) &&
    isListOfEntries(`[${head.replace(/^\uFEFF/u, '')}`)
  );
}

function isNamedList(head: string): boolean {
  for (const [, key = '', rest = ''] of head.slice(0, 4096).matchAll(/"(\w+)"\s*:\s*([[{][^"]{0,40}"\w+")/gu)) {
    if (!isPublishedKey(key)) continue;
    if (/^\{\s*"activity_log_data"$/u.test(rest)) return true;
    if (
      /^\[\s*\{\s*"(?:timestamp|uri|creation_timestamp|data|attachments|title|name|created_timestamp)"$/u.test(rest)
    ) {
      return /"(?:\w+_)?timestamp"\s*:\s*\d{9,13}\b/u.test(head);
    }
  }
  return false;
}

const rootMarks =
  /^(.*?)(?:your_facebook_activity|your_activity_across_facebook|this_profile's_activity_across_facebook|messages\/(?:inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover)|posts\/(?:your_posts|album)|comments(?:_and_reactions)?\/(?:comments|your_comments)|profile_information\/profile_information|your_instagram_activity)/u;

/** An export among other files. */
export interface ExportRoot {
  /** where it begins: empty, or with `/` at the end */
  readonly root: string;
  readonly instagram: boolean;
  /** its folders that hold lists; in the HTML form there are none */
  readonly folders: ReadonlySet<string>;
}

/** Roots of exports by the files around them; many files ask, and the answer is the same. */
const known = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, ExportRoot>>();

/** The export that a file lies in (`facebook-ana-2024/`); undefined outside of one. */
export function exportRoot(name: string, names: ReadonlySet<string>): ExportRoot | undefined {
  let roots = known.get(names);
  if (roots === undefined) {
    roots = rootsAmong(names);
    known.set(names, roots);
  }
  return rootOf(name, roots);
}

function rootOf(name: string, roots: ReadonlyMap<string, ExportRoot>): ExportRoot | undefined {
  for (let end = name.lastIndexOf('/'); end >= 0; end = name.lastIndexOf('/', end - 1)) {
    const found = roots.get(name.slice(0, end + 1));
    if (found !== undefined) return found;
    if (end === 0) break;
  }
  return roots.get('');
}

function rootsAmong(names: ReadonlySet<string>): Map<string, ExportRoot> {
  const roots = new Map<string, ExportRoot & { instagram: boolean; readonly folders: Set<string> }>();
  for (const name of names) {
    const root = rootMarks.exec(name)?.[1];
    if (root === undefined || (root !== '' && !root.endsWith('/')) || roots.has(root)) continue;
    roots.set(root, { root, instagram: /(?:^|\/)instagram-[^/]*\/$/u.test(root), folders: new Set() });
  }
  if (roots.size === 0) return roots;
  for (const name of names) {
    const found = rootOf(name, roots);
    const entry = found === undefined ? undefined : roots.get(found.root);
    if (entry === undefined) continue;
    const inside = name.slice(entry.root.length);
    if (isInstagramName(inside)) entry.instagram = true;
    if (inside.includes('/') && inside.endsWith('.json')) entry.folders.add(inside.split('/')[0] ?? '');
  }
  return roots;
}

function isInstagramName(name: string): boolean {
  return /your_instagram_activity|(?:^|\/)(?:post_comments|reels_comments|ig_|followers_and_following\/)|^content\/(?:posts|stories|reels)_?\d*\.json|^media\/posts\//u.test(
    name,
  );
}

/** Whether a file belongs to an Instagram export, by the files around it or its own path. */
export function isInstagramPlace(name: string, beside: Surroundings | undefined): boolean {
  if (/instagram/iu.test(name)) return true;
  return beside !== undefined && exportRoot(beside.self, beside.names)?.instagram === true;
}
