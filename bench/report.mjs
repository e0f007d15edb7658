import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';

const page = new URL('../docs/bench.md', import.meta.url);

/** The machine that the figures belong to. */
export function environment() {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const load = os.loadavg()[0] ?? 0;
  return `Node ${process.versions.node}, ${os.type()} ${os.arch()}, ${os.availableParallelism()} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${memory} GB, load ${load.toFixed(1)} before; ${new Date().toISOString().slice(0, 10)}`;
}

/** @param {number} value */
export function figure(value) {
  if (!Number.isFinite(value)) return '–';
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString('en', { maximumFractionDigits: rounded < 10 ? 2 : 0 });
}

/** @param {readonly string[]} cells */
function line(cells) {
  return `| ${cells.join(' | ')} |`;
}

/**
 * A Markdown table.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const align = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(head), line(align), ...rows.map(line)].join('\n');
}

/**
 * Puts text between the markers of one part of docs/bench.md; the rest of the page stays.
 * @param {string} part
 * @param {string} text
 */
export async function writePart(part, text) {
  const before = await readFile(page, 'utf8');
  const [begin, end] = [`<!-- bench:${part} -->`, `<!-- /bench:${part} -->`];
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/bench.md has no markers ${begin} … ${end}`);
  await writeFile(page, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`);
}
