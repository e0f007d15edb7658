import { foldFlag } from '../../fold-signs.js';
import { functionWords } from '../../function-words.js';
import type { Transform } from '../../transform.js';
import { alignedTracked } from '../../turned-text.js';
import { hasTwoOf, says, unspoken } from '../../turned-sentence.js';

const inMirror: ReadonlySet<string> = new Set(Array.from(functionWords, mirrored));

/** Each Latin letter as far from the end of the alphabet as it was from its beginning, where that makes a sentence. */
export const atbash: Transform = {
  name: 'atbash',
  flags: foldFlag.wordless,
  candidates(tracked) {
    const found = unspoken(tracked.text);
    if (found === undefined || !hasTwoOf(inMirror, found.head) || !says(mirrored(found.head), found.own)) return [];
    return [
      {
        tracked: alignedTracked(tracked, mirrored(tracked.text)),
        confidence: 0.9,
        places: [{ start: 0, end: tracked.text.length }],
        further: true,
      },
    ];
  },
};

function mirrored(text: string): string {
  return text
    .replace(/[a-z]/gu, (letter) => String.fromCharCode(219 - letter.charCodeAt(0)))
    .replace(/[A-Z]/gu, (letter) => String.fromCharCode(155 - letter.charCodeAt(0)));
}
