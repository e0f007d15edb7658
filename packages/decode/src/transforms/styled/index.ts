import { foldFlag } from '../../fold-signs.js';
import type { Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';
import { styledOf, type Style } from './styles.js';

const styledSign =
  /[\u02b0-\u02b8\u02e0-\u02e4\u1d00-\u1dbf\u2071\u207f\u2090-\u209cℂℊ-ℓℕℙ-ℝℤℨℬℭℯ-ℱℳℴⅅ-ⅉⅠ-ⅿ⒜-ⓩⱼɢɪɴʀʏʙʜʟꜰꜱꞯꟲ-ꟴꟸꟹſ\u{1d400}-\u{1d7ff}\u{1f110}-\u{1f12a}\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}]/u;

/** Letters written with symbols: mathematical, enclosed, raised, lowered, small capitals. */
export const styled: Transform = { name: 'styled', flags: foldFlag.styled | foldFlag.odd, gate: styledSign, edits };

/** A styled letter of a text. */
interface Letter {
  readonly start: number;
  readonly end: number;
  readonly letters: string;
  readonly style: Style;
}

/** Styled letters of one style side by side, and whether plain letters touch them. */
interface Run {
  readonly style: Style;
  readonly letters: readonly Letter[];
  readonly touches: boolean;
}

function edits(text: string): readonly Edit[] {
  const runs = readRuns(text);
  if (runs.length === 0) return [];
  const sure = new Set(runs.filter((run) => isSure(run)));
  const alone = runs.length === 1 && runs[0]?.letters.length === 1 && isAlone(text, runs[0]);
  // In the light of a word in a style the single letters of that style are words too.
  const styles = new Set(Array.from(sure, ({ style }) => style));
  return runs
    .filter((run) => alone || sure.has(run) || (styles.has(run.style) && !isFormula(text, run)))
    .flatMap(({ letters }) => letters)
    .map(({ start, end, letters }): Edit => ({ start, end, replacement: letters, name: 'styled' }));
}

function readRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let open: Letter[] = [];
  let touched = false;
  const close = (next: string): void => {
    const [first] = open;
    if (first !== undefined) runs.push({ style: first.style, letters: open, touches: touched || isPlainLetter(next) });
    open = [];
  };
  let at = 0;
  let before = '';
  for (const sign of text) {
    const found = styledOf(sign);
    if (found === undefined || (open[0] !== undefined && open[0].style !== found.style))
      close(found === undefined ? sign : '');
    if (found !== undefined) {
      if (open.length === 0) touched = isPlainLetter(before);
      open.push({ start: at, end: at + sign.length, ...found });
    }
    before = sign;
    at += sign.length;
  }
  close('');
  return runs;
}

function isPlainLetter(sign: string): boolean {
  return /^\p{L}$/u.test(sign) && styledOf(sign) === undefined;
}

/** Small capitals that phonetic writing uses as well. */
const phonetic = /^[ɢɪɴʀʏʙʜʟ]$/u;

/** Whether a run is a word by itself: long enough that no formula, footnote or list has it. */
function isSure({ style, letters, touches }: Run): boolean {
  if (style === 'sign') return false;
  const count = letters.length;
  if (style === 'raised' || style === 'lowered') return count >= 4 && !touches;
  const spelled = letters.map((letter) => letter.letters).join('');
  if (/^\d+$/.test(spelled)) return count >= 2;
  if (style === 'small-capital') return count >= 2 && (count >= 4 || letters.some((letter) => !isPhonetic(letter)));
  return count >= 3;
}

function isPhonetic({ letters }: Letter): boolean {
  return phonetic.test(letters);
}

/** Beside a sign of operation or relation a letter is a quantity. */
function isFormula(text: string, { letters }: Run): boolean {
  const [first] = letters;
  const last = letters.at(-1);
  if (first === undefined || last === undefined || letters.length > 2) return false;
  const around = text.slice(Math.max(0, first.start - 2), first.start) + text.slice(last.end, last.end + 2);
  return /[=<>^]|(?!-)\p{Sm}|[\u2070-\u209c²³¹]/u.test(around);
}

/** A text that is nothing but one such sign: it was put there for what it looks like (ſ, Ⅰ, 𝐈), but ℝ and ⓐ are used so. */
function isAlone(text: string, { letters }: Run): boolean {
  const sign = text.trim();
  return letters.length === 1 && /^(?:[ſⅠ-ⅿℐℑ]|[\u{1d400}-\u{1d7ff}])$/u.test(sign);
}
