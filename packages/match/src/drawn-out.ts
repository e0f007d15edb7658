/** A letter three times or more in a row; digits are numbers. */
const drawnOut = /([^\d])\1\1/su;
const run = /(.)\1*/gsu;

/** A word longer than this is none, however it was drawn out. */
const longestWord = 200;

/** Whether a folded word has letters drawn out, as in hellllooo. */
export function isDrawnOut(folded: string): boolean {
  return folded.length <= longestWord && drawnOut.test(folded);
}

/** A word with each run of a letter as one: helo. */
export function squeezed(word: string): string {
  return word.replace(run, '$1');
}

/**
 * Whether a drawn-out word stands for a word: the same letters in the same order, each at least as often in a row,
 * digits exactly as often. Both have the same squeezed form.
 * @example standsFor('hellllooo', 'hello') // true
 */
export function standsFor(drawn: string, word: string): boolean {
  if (drawn === word || word.length < 3) return false;
  const given = drawn.match(run) ?? [];
  const wanted = word.match(run) ?? [];
  return (
    given.length === wanted.length &&
    wanted.every((one, index) => {
      const other = given[index] ?? '';
      return /^\d/u.test(one) ? one === other : one.length <= other.length && one[0] === other[0];
    })
  );
}
