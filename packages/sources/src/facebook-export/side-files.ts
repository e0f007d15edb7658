import { exportRoot } from './export-shape.js';

/** Folders of attachments that hold no lists. */
const attachments = new Set(['media', 'photos_and_videos', 'stickers_used', 'files', 'files_extracted']);

/** Whether a file lies in an export in its JSON form and is no JSON: attachments, pages that show it, empty notes. */
export function isMetaSideFile(name: string, names: ReadonlySet<string>): boolean {
  if (/\.json$/iu.test(name)) return false;
  const found = exportRoot(name, names);
  if (found === undefined || found.folders.size === 0) return false;
  const [folder = '', ...deeper] = name.slice(found.root.length).split('/');
  // beside its folders lies nothing but the page that begins it; other files there are somebody else's
  if (deeper.length === 0) return /^(?:start_here|index)\.html$/u.test(folder);
  return found.folders.has(folder) || attachments.has(folder);
}
