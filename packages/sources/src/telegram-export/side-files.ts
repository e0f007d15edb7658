/** Folders that Telegram Desktop writes beside `result.json`. */
const folders = new Set([
  'animations',
  'chats',
  'contacts',
  'css',
  'files',
  'images',
  'js',
  'lists',
  'photos',
  'profile_pictures',
  'round_video_messages',
  'stickers',
  'stories',
  'video_files',
  'video_messages',
  'voice_messages',
]);

/** Whether a file lies beside or below a `result.json` as its attachment or as the HTML copy of the same chat. */
export function isTelegramSideFile(name: string, names: ReadonlySet<string>): boolean {
  const parts = name.split('/');
  for (let depth = parts.length - 1; depth >= 0; depth -= 1) {
    const folder = parts.slice(0, depth).join('/');
    if (!names.has(folder === '' ? 'result.json' : `${folder}/result.json`)) continue;
    const next = parts[depth] ?? '';
    if (depth < parts.length - 1 ? folders.has(next) : /^(?:messages\d*|export_results)\.html$/u.test(next))
      return true;
  }
  return false;
}
