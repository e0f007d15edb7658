import { exportRoot } from './export-shape.js';

/** Whether a file lies in an export in its JSON form and is no JSON: attachments, pages that show it, empty notes. */
export function isMetaSideFile(name: string, names: ReadonlySet<string>): boolean {
  if (/\.json$/iu.test(name)) return false;
  return exportRoot(name, names)?.json === true;
}
