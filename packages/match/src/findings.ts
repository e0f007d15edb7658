import type { WatchlistFinding } from './shapes.js';

/**
 * A finding as the command line prints it: `FILE:LINE:COLUMN: rule ID: what is wrong; try: REPAIR`.
 * @example
 * formatFinding({ level: 'error', rule: 'r1', line: 3, column: 12, message: 'OR needs a term on both sides', repair: 'grey' }, 'list.yaml');
 * // 'list.yaml:3:12: rule r1: OR needs a term on both sides; try: grey'
 */
export function formatFinding(finding: WatchlistFinding, file: string): string {
  const place = `${file}:${String(finding.line)}:${String(finding.column)}`;
  const rule = finding.rule === undefined ? '' : `rule ${oneLine(finding.rule)}: `;
  const repair = finding.repair === undefined ? '' : `; try: ${oneLine(finding.repair)}`;
  return `${place}: ${rule}${oneLine(finding.message)}${repair}`;
}

/** Line breaks and control characters of a hostile file never reach the terminal. */
function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replace(/[\0-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ');
}
