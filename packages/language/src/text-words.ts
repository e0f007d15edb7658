/* oxlint-disable no-misleading-character-class -- classes of single code points: marks, selectors and joiners are meant one by one */
const noise =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._-]+@[\p{L}\p{N}.-]+|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_.]+|&[a-z]+;|[\p{L}\p{N}_-]+\.(?:jpg|png|pdf|com|org|net|html?)\b/giu;
const word = /(?=\P{N}*\p{L})[\p{L}\p{M}\p{N}]+/gu;
const ignored = /[\u0640\u064b-\u0652\u0670\u200b-\u200f\u2060\ufeff\u00ad\u0300-\u0322\u0334-\u036f]/gu;

/**
 * The words of a text as the model counts them: lower case, without links, addresses, handles, tags and vowel points.
 * Digits stay inside words of letters (Arabizi writes with them).
 */
export function textWords(text: string): readonly string[] {
  return (
    text.replace(noise, ' ').normalize('NFKC').replace(ignored, '').toLowerCase().normalize('NFC').match(word) ?? []
  );
}
