import * as fc from 'fast-check';

/** Sentences that nobody hides, in the languages and scripts that are read here. */
const sentences = [
  'the grey gate is open for all of you tonight',
  'Nous avons vu la porte grise près de la rivière hier soir',
  'La puerta gris está abierta para todos desde las ocho',
  'Die graue Tür steht heute Abend für alle offen',
  'De grijze poort is vanavond open voor iedereen',
  'البوابة الرمادية مفتوحة للجميع هذا المساء',
  'Серые ворота открыты сегодня вечером для всех',
  'Η γκρίζα πύλη είναι ανοιχτή απόψε για όλους',
  'دروازهٔ خاکستری امشب باز است و می‌خواهم بروم',
  '灰色の門は今夜開いています',
  'ana ghadi nmchi l darna m3a khoya had lila',
  'Meet us at 10:30, price $5.50, see https://press.example/a?b=1 #GreyGate @reader 🎉👩‍💻',
];
const lookAlike: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', i: 'і' };
const leet: Readonly<Record<string, string>> = { a: '4', e: '3', o: '0', i: '1', s: '5', t: '7' };
const bytes = (text: string): Buffer => Buffer.from(text);
const each = (text: string, change: (letter: string) => string): string => Array.from(text, change).join('');

/** Ways of hiding a text, one for each kind that is read. */
const ways: readonly ((text: string) => string)[] = [
  (text) => each(text, (letter) => lookAlike[letter] ?? letter),
  (text) => each(text, (letter) => leet[letter] ?? letter),
  (text) => each(text, (letter) => `${letter}\u200b`),
  (text) => each(text, (letter) => `${letter}\u0336\u0301\u0302`),
  (text) =>
    each(text, (letter) => (/[!-~]/u.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter)),
  (text) =>
    each(text, (letter) =>
      /[a-z]/u.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) - 97 + 0x1d41a) : letter,
    ),
  (text) =>
    each(text, (letter) =>
      /[a-z]/iu.test(letter) ? String.fromCodePoint((letter.charCodeAt(0) & 31) - 1 + 0x1f1e6) : letter,
    ),
  (text) =>
    text
      .split(' ')
      .map((word) => Array.from(word).join(' '))
      .join('  '),
  (text) =>
    text
      .split(' ')
      .map((word) => Array.from(word).join('.'))
      .join(' '),
  (text) => each(text, (letter) => (/[aeiou]/u.test(letter) ? letter.repeat(4) : letter)),
  (text) => text.replaceAll(' ', ''),
  (text) => `#${text.replaceAll(' ', '')}`,
  (text) => text.replace(/(\p{Script=Arabic})(?=\p{Script=Arabic})/gu, '$1\u0640'),
  (text) => Array.from(text).reverse().join(''),
  (text) => `\u202e${Array.from(text).reverse().join('')}\u202c`,
  (text) => text.replace(/[a-z]/gu, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97)),
  (text) => text.replace(/[a-z]/gu, (letter) => String.fromCharCode(219 - letter.charCodeAt(0))),
  (text) => bytes(text).toString('base64'),
  (text) => bytes(text).toString('hex'),
  (text) => Array.from(bytes(text), (byte) => byte.toString(2).padStart(8, '0')).join(' '),
  (text) => each(bytes(text).toString('latin1'), (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`),
  (text) => each(text, (letter) => `&#${String(letter.codePointAt(0))};`),
  (text) => each(text, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`),
  (text) => text.replaceAll('.', '[.]').replaceAll('http', 'hxxp'),
];

/** A sentence, or the beginning of one, hidden in up to three ways, one on top of the other. */
export const disguised: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...sentences), fc.nat(80), fc.array(fc.constantFrom(...ways), { maxLength: 3 }))
  .map(([sentence, length, hide]) => hide.reduce((text, way) => way(text), sentence.slice(0, 8 + length)));

const pieces = fc.constantFrom(
  ...Array.from('grey gateGATE 3401@$!|.-_*#%&=+\\/()[]{}<>~\n'),
  ...'е а о \u200b \u200c \u200d \u0301 \u0336 \u202e \u202c \u2066 \u2069 𝐠 ｇ 🇬 👩 \ufe0f \u20e3 ب ى ٮ \u0640 \u064b \u0651 %67 &#103; \\u0067 xn-- Z3Jl 67'.split(
    ' ',
  ),
  ...'\ud800 \udc00 ſ が か\u3099 ǝ ᵃ ² ㎏ ﷺ ｡ ❤ \u{e0061} · – • 0x =E9 (dot) [at] hxxp 한 \u1112\u1161'.split(' '),
);
/** Anything: pieces of every disguise, all of Unicode, grapheme clusters. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
