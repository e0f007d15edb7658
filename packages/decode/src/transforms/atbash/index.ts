import { foldFlag } from '../../fold-signs.js';
import { shiftedStretches, type ShiftedStretch } from '../../shifted-stretches.js';
import type { Transform } from '../../transform.js';
import { alignedTracked, confidenceOfGain } from '../../turned-text.js';
import { mirrored } from '../../turnings.js';
import { mirroredWhole } from './other-alphabets.js';

/** Stretches with each letter as far from the end of the alphabet as it was from its beginning: Latin, Arabic, Hebrew. */
export const atbash: Transform = {
  name: 'atbash',
  flags: foldFlag.shifted | foldFlag.backwards,
  candidates(tracked) {
    const { text } = tracked;
    const found: readonly Pick<ShiftedStretch, 'start' | 'end' | 'gain'>[] = [
      ...shiftedStretches(text).filter((stretch) => stretch.move === 'mirrored'),
      ...mirroredWhole(text),
    ];
    if (found.length === 0) return [];
    let said = text;
    for (const { start, end } of found)
      said = said.slice(0, start) + mirrored(said.slice(start, end)) + said.slice(end);
    return [
      {
        tracked: alignedTracked(tracked, said),
        confidence: confidenceOfGain(Math.min(...found.map(({ gain }) => gain))),
        places: found.map(({ start, end }) => ({ start, end })),
        further: true,
      },
    ];
  },
};
