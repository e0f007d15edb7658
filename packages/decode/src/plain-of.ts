import { signsOf } from './fold.js';
import { restoreCharacters, restoreSpelling } from './plain.js';
import { Search, start } from './readings.js';
import { candidateTransforms, characterTransforms, spellingTransforms } from './transforms/index.js';

/** Every flag that a transform asks for which changes a text in place. */
const restoring = [...characterTransforms, ...spellingTransforms].reduce((sum, { flags }) => sum | flags, 0);
/** What stands in a text is looked for; what the whole might stand for is no part of its plain form. */
const offers = candidateTransforms.map(({ name }) => name);

/**
 * `decode(text).plain` alone, for whoever compares texts: no readings are looked for. Payloads are, where spelling was
 * restored, since what stands in a payload is no spelling.
 * @example plainOf('ｇｒｅｙ ｇａｔｅ') // 'grey gate'
 */
export function plainOf(text: string): string {
  const signs = signsOf(text);
  if ((signs.flags & restoring) === 0) return text.normalize('NFC');
  const characters = restoreCharacters({ text }, signs);
  const spelled = restoreSpelling(characters, []);
  if (spelled === characters) return characters.tracked.text.normalize('NFC');
  const search = new Search(offers);
  search.look(start(characters));
  const { tracked } = search.taken.length === 0 ? spelled : restoreSpelling(characters, search.taken);
  return tracked.text.normalize('NFC');
}
