import { foldFlag, type FoldSigns } from '../../fold-signs.js';
import { applyEdits, type TrackedText } from '../../tracked-text.js';
import type { Candidate, Transform } from '../../transform.js';
import { guessLanguage, type LanguageGuess } from '../../words/language-guess.js';
import { gluedSplits } from './glued-words.js';
import { hashtagSplits } from './hashtags.js';

/** Words joined to hashtags, and words that lack the blanks between them. */
export const joined: Transform = { name: 'joined', flags: foldFlag.hashtag | foldFlag.glued, candidates };

function candidates(tracked: TrackedText, { flags }: FoldSigns): readonly Candidate[] {
  const { text } = tracked;
  let known: LanguageGuess | undefined;
  const guess = (): LanguageGuess => (known ??= guessLanguage(text));
  const glued = (flags & foldFlag.glued) !== 0 ? gluedSplits(text, guess) : [];
  const tagged = (flags & foldFlag.hashtag) !== 0 ? hashtagSplits(text, () => guess().shares) : [];
  const splits = [...tagged, ...glued];
  if (splits.length === 0) return [];
  const confidence = splits.reduce((least, split) => Math.min(least, split.confidence), 1);
  const places = glued.flatMap(({ edits }) => {
    const first = edits[0]?.start ?? 0;
    return [{ start: first, end: first }];
  });
  return [
    {
      tracked: applyEdits(
        tracked,
        splits.flatMap(({ edits }) => edits),
      ),
      confidence,
      places,
    },
  ];
}
