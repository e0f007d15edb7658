/** Invented local news: one sentence for every number, no two alike. */
const who = ['The council of Brenmoor', 'A group of neighbours', 'The harbour master', 'Teachers from three schools', 'The owner of the mill', 'Two engineers', 'The choir of Saint Alda', 'A retired baker', 'The ferry company', 'Students of the academy', 'The water board', 'Volunteers']; // prettier-ignore
const does = ['agreed on Tuesday to repair', 'spent the summer painting', 'asked the region for money to save', 'published a long report about', 'will open to visitors', 'measured every corner of', 'planted four hundred trees around', 'collected old photographs of', 'has begun to clean', 'presented a new plan for', 'wrote a song about']; // prettier-ignore
const what = ['the stone bridge over the Orle', 'the market hall', 'the abandoned railway station', 'the lighthouse on the northern pier', 'the old water tower', 'the reading room in Harl Street', 'the path along the marshes']; // prettier-ignore
const ending = ['before the winter rain sets in', 'although the work may take until next spring', 'because the roof has leaked for years', 'and invited everybody to come and look', 'with timber from the forest of Lund', 'while the town pays half of the costs', 'after a meeting that lasted until midnight', 'in memory of the flood', 'so that children can use it again', 'which surprised many who live nearby', 'despite the doubts of some shopkeepers', 'as it was done a hundred years ago', 'for the first time since the war']; // prettier-ignore

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** @example sentence(3) */
export function sentence(index: number): string {
  return `${at(who, index)} ${at(does, index)} ${at(what, index)}, ${at(ending, index)}.`;
}

/** Paragraphs of two or three sentences; each number gives the same one always. */
export function paragraph(index: number): string {
  const first = 3 * index;
  return [sentence(first), sentence(first + 1), ...(index % 2 === 0 ? [sentence(first + 2)] : [])].join(' ');
}

export function paragraphs(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => paragraph(from + index));
}
