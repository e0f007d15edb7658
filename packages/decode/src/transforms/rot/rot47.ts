import { applyEdits, type Edit, type TrackedText } from '../../tracked-text.js';
import type { Candidate } from '../../transform.js';
import { shifted47 } from '../../turnings.js';
import { textCost } from '../../text-cost.js';
import { confidenceOfGain } from '../../turned-text.js';

/** What small letters become: digits from 2, some signs, capitals to K; at least one of the signs among them. */
const likely = /(?=[2-9:A-K]*[;-@])[2-9:-@A-K]{4}/;
/** Words of such signs, with blanks between. */
const row = /(?<!\S)[!-~]*[2-9:-@A-K]{3}[!-~]*(?:\s+[!-~]+)*/g;
const sample = 240;
/** Bits of doubt that signs like these hide letters. */
const doubt = 12;

/** Stretches in which each sign from ! to ~ was moved by 47. */
export function shifted47Candidates(tracked: TrackedText): readonly Candidate[] {
  const { text } = tracked;
  if (!likely.test(text)) return [];
  const edits: Edit[] = [];
  let gain = Number.POSITIVE_INFINITY;
  for (const { 0: found, index } of text.matchAll(row)) {
    const head = found.slice(0, sample);
    const said = textCost(shifted47(head));
    const own = gainOf(head, said);
    if (own <= 0) continue;
    gain = Math.min(gain, own);
    edits.push({ start: index, end: index + found.length, replacement: shifted47(found), name: 'rot' });
  }
  if (edits.length === 0) return [];
  return [{ tracked: applyEdits(tracked, edits), confidence: confidenceOfGain(gain), places: edits, further: true }];
}

function gainOf(head: string, said: ReturnType<typeof textCost>): number {
  if (said.letters < 4 || said.letters < said.points * 0.6 || said.bits > said.chance) return 0;
  return Math.min(textCost(head, true).bits, head.length * 6) - said.bits - doubt;
}
