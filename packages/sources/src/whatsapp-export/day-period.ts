/** Halves of the day as phones write or wrote them, compared without dots, spaces and case. */
const morning =
  'am|a|ص|صباحا|ق ظ|قبل ازظهر|לפנה״צ|לפנהצ|בבוקר|上午|午前|오전|凌晨|早上|清晨|ÖÖ|πμ|πριν το μεσημέρι|de|dop|vm|fm|ap|fh|' +
  'SA|PG|пробед|прпладне|пробяд|पूर्वाह्न|मपू|सकाळी|முற்பகல்|முப|ಪೂರ್ವಾಹ್ನ|ପୂର୍ବାହ୍ନ|in the morning|at night|paradites|de la mañana';
const afternoon =
  'pm|p|م|مساء|ب ظ|بعدازظهر|אחה״צ|אחהצ|בערב|下午|午後|오후|晚上|傍晚|ÖS|μμ|μετά το μεσημέρι|du|odp|nm|em|ip|eh|CH|' +
  'PTG|слобед|сл об|अपराह्न|मउ|பிற்பகல்|பிப|ಅಪರಾಹ್ನ|ଅପରାହ୍ନ|in the afternoon|in the evening|pasdites|de la tarde';
/** 中午 is noon: 12 stays 12, and 1 is 13 */
const noon = '中午';

const locales =
  'af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ' +
  'ky lo lt lv mk ml mn mr ms my nb ne nl or pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh-CN zh-TW zu';

export type HalfDay = 'am' | 'pm';

const known = new Map<string, HalfDay>();
for (const word of morning.split('|')) known.set(keyOf(word), 'am');
for (const word of `${afternoon}|${noon}`.split('|')) known.set(keyOf(word), 'pm');
let askedLocales = false;

/** Which half of the day a word names; undefined where it names none. @example halfDay('a. m.') // 'am' */
export function halfDay(word: string): HalfDay | undefined {
  const key = keyOf(word);
  if (!known.has(key) && !askedLocales) {
    askedLocales = true;
    for (const locale of locales.split(' ')) learn(locale);
  }
  return known.get(key);
}

function keyOf(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.'"׳״\u200c\p{Cf}]/gu, '');
}

/** What this machine's locale data says besides: only asked for words that are not in the list. */
function learn(locale: string): void {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
  const words = [9, 21].map((hour) =>
    keyOf(format.formatToParts(Date.UTC(2024, 0, 1, hour)).find((part) => part.type === 'dayPeriod')?.value ?? ''),
  );
  if (words[0] === words[1]) return;
  words.forEach((word, place) => {
    if (word !== '' && !known.has(word)) known.set(word, place === 0 ? 'am' : 'pm');
  });
}
