const links =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._-]+@[\p{L}\p{N}.-]+\.\p{L}+|&[a-z]+;|\b[\w-]+\.(?:jpg|png|pdf|com|org|net|html?|js|ma|fr|io|example)\b\S*/giu;
const handles = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/gu;
const tags = /#[\p{L}\p{N}_]+/gu;
/** Wide, styled, circled and presentation forms, and accents written apart. */
const forms = /[\u0300-\u036f\u2100-\u218f\u2460-\u24ff\uff00-\uffef\ufb00-\ufdff\ufe70-\ufefc\ud835\ud83c]/;
const smallCapitals = new Map(
  Array.from('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', (letter, index) => [letter, 'abcdefghijklmnoprstuvwyz'[index] ?? letter]),
);
const smallCapital = /[\u1d00-\u1d22]/;
const hidden = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** A text without what says nothing of its language: links, addresses, handles and, unless they are all there is, tags. */
export function plainText(text: string): string {
  let plain = text;
  if (forms.test(plain)) plain = plain.replace(hidden, '').normalize('NFKC');
  if (smallCapital.test(plain)) plain = plain.replace(/./gu, (letter) => smallCapitals.get(letter) ?? letter);
  if (/[/.&]/.test(plain)) plain = plain.replace(links, ' ');
  if (plain.includes('@')) plain = plain.replace(handles, ' ');
  if (plain.includes('#')) {
    const without = plain.replace(tags, ' ');
    plain =
      (without.match(/\p{L}{2,}/gu)?.length ?? 0) > 1 ? without : plain.replaceAll(/[#_]|(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  }
  return plain;
}
