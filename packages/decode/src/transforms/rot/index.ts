import { foldFlag } from '../../fold-signs.js';
import { shiftedStretches } from '../../shifted-stretches.js';
import type { Candidate, Transform } from '../../transform.js';
import { alignedTracked, confidenceOfGain } from '../../turned-text.js';
import { shifted } from '../../turnings.js';

/** Stretches shifted along the alphabet by any number of letters, where shifting back makes writing. */
export const rot: Transform = {
  name: 'rot',
  flags: foldFlag.shifted,
  candidates(tracked) {
    const { text } = tracked;
    const found = shiftedStretches(text).filter((stretch) => stretch.move !== 'mirrored');
    if (found.length === 0) return [];
    let said = text;
    let gain = Number.POSITIVE_INFINITY;
    for (const { start, end, move, gain: own } of found) {
      said = said.slice(0, start) + shifted(said.slice(start, end), Number(move)) + said.slice(end);
      gain = Math.min(gain, own);
    }
    const places = found.map(({ start, end }) => ({ start, end }));
    return [
      {
        tracked: alignedTracked(tracked, said),
        confidence: confidenceOfGain(gain),
        places,
        further: true,
      } satisfies Candidate,
    ];
  },
};
