/**
 * What may be attached to the front of an Arabic word: و ف ب ل ك ال, and together وال بال كال لل وبال ولل.
 * Longest first. `لل` is ل + ال, so the article may belong to the term.
 */
const particles = ['وبال', 'وال', 'بال', 'كال', 'ولل', 'ال', 'لل', 'و', 'ف', 'ب', 'ل', 'ك'];

/** A word keeps at least this many letters when a particle is taken off. */
const shortestRest = 3;

const arabicStart = /^[\u0620-\u06ff]/;

/**
 * The word without each particle that may be attached to it.
 * @example withoutParticles('والبوابه') // ['بوابه', 'البوابه']
 */
export function withoutParticles(word: string): readonly string[] {
  if (word.length <= shortestRest || !arabicStart.test(word)) return [];
  const rests: string[] = [];
  for (const particle of particles) {
    if (!word.startsWith(particle)) continue;
    const rest = word.slice(particle.length);
    if (rest.length < shortestRest) continue;
    if (!rests.includes(rest)) rests.push(rest);
    if (particle === 'لل' || particle === 'ولل') {
      const withArticle = `ال${rest}`;
      if (!rests.includes(withArticle)) rests.push(withArticle);
    }
  }
  return rests;
}
