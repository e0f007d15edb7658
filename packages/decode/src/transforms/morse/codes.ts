const pairs = (written: string): ReadonlyMap<string, string> =>
  new Map(
    written
      .trim()
      .split(/\s+/u)
      .map((pair): [string, string] => [pair.slice(1), pair.slice(0, 1)]),
  );

const signs =
  "0----- 1.---- 2..--- 3...-- 4....- 5..... 6-.... 7--... 8---.. 9----. ,--..-- ?..--.. '.----. !-.-.-- /-..-. " +
  '(-.--. )-.--.- &.-... :---... ;-.-.-. =-...- +.-.-. --....- _..--.- ".-..-. $...-..- @.--.-. ';

/** Recommendation ITU-R M.1677-1, and the letters that languages in Latin letters add. */
const latin =
  'A.- B-... C-.-. D-.. E. F..-. G--. H.... I.. J.--- K-.- L.-.. M-- N-. O--- P.--. Q--.- R.-. S... T- U..- V...- ' +
  'W.-- X-..- Y-.-- Z--.. ';
const marked = 'Ä.-.- À.--.- Ç-.-.. É..-.. È.-..- Ñ--.-- Ö---. Ü..-- ';
const cyrillic =
  'А.- Б-... В.-- Г--. Д-.. Е. Ж...- З--.. И.. Й.--- К-.- Л.-.. М-- Н-. О--- П.--. Р.-. С... Т- У..- Ф..-. Х.... ' +
  'Ц-.-. Ч---. Ш---- Щ--.- Ъ--.-- Ы-.-- Ь-..- Э..-.. Ю..-- Я.-.- ';
const arabic =
  'ا.- ب-... ت- ث-.-. ج.--- ح.... خ--- د-.. ذ--.. ر.-. ز---. س... ش---- ص-..- ض...- ط..- ظ-.-- ع.-.- غ--. ' +
  'ف..-. ق--.- ك-.- ل.-.. م-- ن-. ه..-.. و.-- ي.. ء. ';
const hebrew =
  'א.- ב-... ג--. ד-.. ה--- ו. ז--.. ח.... ט..- י.. כ-.- ל.-.. מ-- נ-. ס-.-. ע.--- פ.--. צ.-- ק--.- ר.-. ש... ת- ';

/** Codes of each alphabet, with points and hyphens: the usual first. The full stop is `.-.-.-`. */
export const morseAlphabets: readonly ReadonlyMap<string, string>[] = [latin + marked, cyrillic, arabic, hebrew].map(
  (letters) => new Map([...pairs(signs + letters), ['.-.-.-', '.']]),
);
