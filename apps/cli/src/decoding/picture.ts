import { explainStep, originalSpan, type Disguise, type TrackedDecoding, type TrackedText } from '@vedette/decode';
import type { Session } from '../terminal/session.js';
import { visible } from '../terminal/visible.js';
import { cellsOf, rowsOf, turnsAround, type Cell } from './cells.js';

/** Columns before a text: its label. */
const label = 7;
/** Places of one step that are listed before the rest is only counted. */
const mostListed = 6;

/**
 * A decoding for a person at a terminal: the text with what was changed marked, hidden characters as tokens; what it says;
 * the sentence of each step with its places; the readings with how sure they are.
 */
export function picture(id: string | undefined, decoding: TrackedDecoding, session: Session): string {
  const { text, plain, readings, disguises } = decoding;
  const lines = id === undefined ? [] : [session.paint('dim', visible(id))];
  lines.push(...marked('text', text, disguises, session));
  lines.push(...marked('plain', plain.text, [], session).map((line) => line.trimEnd()));
  for (const name of new Set(disguises.map((disguise) => disguise.name))) {
    const places = disguises.filter((disguise) => disguise.name === name);
    lines.push('', `${session.paint('yellow', name)}  ${explainStep(name, 'en')}`);
    for (const { start, end } of places.slice(0, mostListed)) {
      const said = saidAt(plain, start, end);
      lines.push(
        `  ${String(start)}–${String(end)}  ${pieceOf(text, start, end)} → ${said === '' ? '(nothing)' : visible(said)}`,
      );
    }
    if (places.length > mostListed) lines.push(`  and ${String(places.length - mostListed)} more`);
  }
  if (readings.length > 0) lines.push('');
  for (const { text: said, steps, confidence } of readings) {
    const sure = `${String(Math.round(confidence * 100)).padStart(3)} %`;
    const how = session.paint('dim', `${sure}  ${steps.join(', ')}`);
    lines.push(...marked('reads', said, [], session), `${' '.repeat(label)}${how}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A text under its label, cut to the width of the terminal, with marks under what was changed. */
function marked(name: string, text: string, disguises: readonly Disguise[], session: Session): string[] {
  const lines: string[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    for (const row of rowsOf(cellsOf(line, offset), session.columns - label)) {
      const changed = row.map((cell) => disguises.some(({ start, end }) => start < cell.end && cell.start < end));
      const shown = row.map((cell, at) => painted(cell, changed[at] === true, name, session)).join('');
      const head = lines.length === 0 ? session.paint('dim', name.padEnd(label)) : ' '.repeat(label);
      lines.push(`${head}${shown}`);
      if (changed.includes(true) && !turnsAround(line)) {
        const marks = row.map(({ width }, at) => (changed[at] === true ? '^' : ' ').repeat(width)).join('');
        lines.push(`${' '.repeat(label)}${session.paint('yellow', marks.trimEnd())}`);
      }
    }
    offset += line.length + 1;
  }
  return lines;
}

function painted({ shown, hidden }: Cell, changed: boolean, name: string, session: Session): string {
  if (hidden) return session.paint('red', shown);
  if (changed) return session.paint('yellow', shown);
  return name === 'plain' ? session.paint('bold', shown) : shown;
}

/** What was typed, hidden characters as tokens; a long stretch only by its ends. */
function pieceOf(text: string, start: number, end: number): string {
  const cells = cellsOf(text.slice(start, end), start).map(({ shown }) => shown);
  return cells.length > 24 ? `${cells.slice(0, 12).join('')}…${cells.slice(-11).join('')}` : cells.join('');
}

/** What the plain text says in the place of `[start, end)` of the original. */
function saidAt(plain: TrackedText, start: number, end: number): string {
  let said = '';
  for (const cell of cellsOf(plain.text, 0)) {
    const from = originalSpan(plain, cell.start, cell.end);
    if (from.start < end && start < from.end) said += cell.shown;
    if (said.length > 40) return `${said}…`;
  }
  return said;
}
