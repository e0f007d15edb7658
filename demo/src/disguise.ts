/** The disguises that the movement of the demo world uses, each undone by a step of the decoder. */
export const demoDisguises = [
  'homoglyph',
  'invisible',
  'leet',
  'fullwidth',
  'spaced',
  'styled',
  'combining',
  'tatweel',
] as const;
/** The name of one of `demoDisguises`. */
export type DemoDisguise = (typeof demoDisguises)[number];

const lookAlikes = new Map([
  ['a', 'а'],
  ['c', 'с'],
  ['e', 'е'],
  ['i', 'і'],
  ['o', 'о'],
  ['p', 'р'],
  ['s', 'ѕ'],
  ['y', 'у'],
  ['ي', 'ی'],
  ['ك', 'ک'],
]);

const digitsForLetters = new Map([
  ['a', '4'],
  ['e', '3'],
  ['i', '1'],
  ['o', '0'],
  ['t', '7'],
]);

function eachLetter(text: string, change: (letter: string) => string): string {
  return Array.from(text, change).join('');
}

function fullWidth(letter: string): string {
  return /^[!-~]$/u.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter;
}

/** mathematical sans-serif bold */
function styled(letter: string): string {
  if (/^[a-z]$/u.test(letter)) return String.fromCodePoint(0x1d5ee + letter.charCodeAt(0) - 97);
  if (/^[A-Z]$/u.test(letter)) return String.fromCodePoint(0x1d5d4 + letter.charCodeAt(0) - 65);
  return letter;
}

/** Between two Arabic letters that join, the first of which connects to the left. */
const joinedArabic = /([بتثجحخسشصضطظعغفقكلمنهي])(?=[اأإآبتثجحخدذرزسشصضطظعغفقكلمنهويىة])/gu;

/**
 * Writes text so that a person still reads it and a plain search does not find it.
 * @example disguiseText('grey gate', 'spaced') // 'g r e y  g a t e'
 */
export function disguiseText(text: string, how: DemoDisguise): string {
  switch (how) {
    case 'homoglyph':
      return eachLetter(text, (letter) => lookAlikes.get(letter) ?? letter);
    case 'invisible':
      return text.replace(/(\p{L})(?=\p{L})/gu, '$1\u200b');
    case 'leet':
      return eachLetter(text, (letter) => digitsForLetters.get(letter) ?? letter);
    case 'fullwidth':
      return eachLetter(text, fullWidth);
    case 'spaced':
      return text
        .split(' ')
        .map((word) => Array.from(word).join(' '))
        .join('  ');
    case 'styled':
      return eachLetter(text, styled);
    case 'combining':
      return text.replace(/\p{L}/gu, (letter) => `${letter}\u0336`);
    case 'tatweel':
      return text.replace(joinedArabic, '$1ـــ');
  }
}

/** Disguises one phrase inside a text (every time it occurs) and leaves the rest alone. */
export function disguisePhrase(text: string, target: string, how: DemoDisguise): string {
  return text.split(target).join(disguiseText(target, how));
}
