/** Answers that are remembered before all are forgotten: some megabytes at most. */
const mostRemembered = 20_000;
/** Longer strings hardly come again. */
const usualLongest = 40;

/**
 * A pure function of a string, never `undefined`, that remembers its answers: words come again and again, and what is found out about one
 * stays true.
 * @param longest longer strings are not kept, in UTF-16 units
 * @example const lengthOf = remembered((word) => Array.from(word).length);
 */
export function remembered<T extends object | string | boolean | number>(
  answer: (word: string) => T,
  longest = usualLongest,
): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = answer(word);
    if (word.length > longest) return found;
    if (known.size >= mostRemembered) known.clear();
    known.set(word, found);
    return found;
  };
}
