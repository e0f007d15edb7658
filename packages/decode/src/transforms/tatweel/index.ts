/* oxlint-disable no-misleading-character-class -- classes of single code points: marks, selectors and joiners are meant one by one */
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import type { Edit } from '../../tracked-text.js';

const stretched =
  /(?<=[\u0620-\u064a\u066e-\u06d3][\u064b-\u065f\u0670]*)\u0640+(?=[\u0620-\u064a\u066e-\u06d3\u064b-\u065f])/gu;

/** Lengthening strokes between two letters; at the end or beginning of a word they mark an abbreviation and stay. */
export const tatweel: Transform = {
  name: 'tatweel',
  flags: foldFlag.tatweel,
  gate: /\u0640/u,
  edits: (text) =>
    Array.from(text.matchAll(stretched), (match): Edit => ({
      start: match.index,
      end: match.index + match[0].length,
      replacement: '',
      name: 'tatweel',
    })),
};
