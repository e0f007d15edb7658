import { commonness } from '@vedette/decode';
import { words } from '../words.js';

/** Articles, particles and the like that do not make a name. */
const small = new Set(
  'the a an le la les l un une des du de d el los las una der die das ein eine het een of and et y und en al ul ud ad as ash at ar el il i'.split(
    ' ',
  ),
);

/** Arabic articles as they are spelled in Latin letters: the word after them is Arabic, which no table here has. */
const arabicArticles = new Set(['al', 'el', 'ul', 'ud', 'ad', 'ash', 'ar', 'as', 'at', 'il']);

/**
 * Everyday and religious words of Arabic as lists spell them in Latin letters. A word of prayer, press or kinship that also
 * names an organisation must not raise an alert on everybody who says it.
 */
const arabicEveryday = new Set(
  (
    'ansar ansaar hadith hadid jihad jihaad shabab shabaab chabab wafa wafaa kifah iman imaan islam islaam sunna sunnah sharia shariah charia ' +
    'dawa dawah umma ummah furqan forqan kawthar kauthar rashid rasheed rachid madina madinah haramain haramayn noor nour nur huda houda hidaya ' +
    'salam salaam rahma rahmah hayat hayah haqq haq quran koran mourabitoun murabitun muhajirun muhajiroun akhbar ahram jazeera jazira watan ' +
    'nahda nahdah islah tawhid tawheed khilafa khalifa bayan manar fajr quds aqsa nasr nusra nusrah fath sham jaysh jaish jund hizb harakat ' +
    'harakah haraka jamaat jamaah jamaa jamia jamiat jama dawla dawlah daula qital shuhada shahid mujahid mujahidin mujahidun mujahideen ' +
    'qalam amal barakat barakah baraka ikhlas ihsan birr bir amin ameen akhtar taqwa'
  ).split(' '),
);

/** A single word this common (see `commonness`) is everyday speech; after an article any word of a dictionary is. */
const everydayLevel = 3;
const shortestName = 5;

/**
 * Why a name alone would catch ordinary speech: `an everyday word`, or `too short`; `undefined` for one that can be looked
 * for. Articles do not count: "The Base" is one word.
 * @example
 * everydayName('The Base'); // 'an everyday word'
 * everydayName('GGM'); // 'too short to be told from other words'
 * everydayName('Grey Gate Movement'); // undefined
 */
export function everydayName(name: string): string | undefined {
  const all = words(name).filter(({ kind }) => kind === 'word');
  const [word, ...others] = all.map((one) => one.word).filter((one) => !small.has(one));
  if (word === undefined) return 'too short to be told from other words';
  if (others.length > 0) return undefined;
  if (/\p{Script=Arabic}/u.test(word) || arabicEveryday.has(word)) return 'an everyday word';
  const isWide = /[\p{scx=Han}\p{scx=Thai}]/u.test(word);
  // What follows an Arabic article is Arabic, whatever word of another language it looks like.
  const afterArabic = all.length > 1 && arabicArticles.has(all[0]?.word ?? '');
  const least = afterArabic ? Infinity : all.length > 1 ? 1 : everydayLevel;
  if (!isWide && commonness(word) >= least) return 'an everyday word';
  return !isWide && Array.from(word).length < shortestName ? 'too short to be told from other words' : undefined;
}
