/**
 * Words that hardly any sentence does without, in the languages whose turned-around or shifted text is recognised.
 * Three letters and more: shorter ones turn up by chance.
 */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'the and for are was were with this that have has not you your they from but all can will one what who when where how why been ' +
    'our their there them his her she its out now than then into over only also about would could should more some just ' +
    'les des une est dans pour que qui pas sur avec son ses aux plus par tout nous vous ils elle mais cette être sont fait comme ' +
    'los las una con por para como más pero sus este esta entre cuando muy sin sobre todo también hay fue desde nos está porque ' +
    'der die das und ist nicht ein eine den dem des mit auf für sich auch von zum zur wir sie ihr aber oder wenn nach bei noch ' +
    'het een van dat niet zijn voor met die aan ook maar wat naar wij jullie deze door over bij nog wel geen heeft worden ' +
    'che non per una con del della sono come più anche questo quella nel gli alla ' +
    'não uma com para por mais como dos das pelo pela isso esta ' +
    'في من على إلى عن مع هذا هذه التي الذي كان لا ما أن إن هو هي ثم بعد قبل كل بين حتى عند ذلك هل قد كما لم لن أو'
  ).split(' '),
);

/** How many of the words of a text are function words: different ones, and all of them. */
export function countFunctionWords(text: string): { different: number; total: number } {
  const found = new Set<string>();
  let total = 0;
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    if (!functionWords.has(word)) continue;
    total += 1;
    found.add(word);
  }
  return { different: found.size, total };
}

const wordPattern = /[\p{L}\p{M}]+/gu;

/** Whether a text begins like a sentence; stops as soon as that is sure, so that ordinary text costs little. */
export function beginsAsSentence(text: string): boolean {
  let first: string | undefined;
  let total = 0;
  let all = 0;
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(text); match !== null && all < 60; match = wordPattern.exec(text)) {
    const word = match[0].toLowerCase();
    all += 1;
    if (!functionWords.has(word)) continue;
    total += 1;
    first ??= word;
    if (word !== first && total * 6 >= all) return true;
  }
  return false;
}
