/** The languages that are told apart, BCP 47; `und` where nothing can be known. Other scripts may be named by their own tag. */
export const languages = [
  'ar',
  'ary',
  'ary-Latn',
  'en',
  'fr',
  'es',
  'nl',
  'de',
  'it',
  'pt',
  'tr',
  'fa',
  'ur',
  'ru',
  'he',
  'zgh',
  'kab',
  'und',
] as const;

/** A script in which several languages are written, with the columns of its table. A column that is not listed above is a
 * group of other languages (`~`), or `und`: names and sounds that belong to no language. */
export interface ScriptTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** how many features its table has room for, as a power of two */
  readonly bits: number;
}

export const latin = 1;
export const arabic = 2;
export const cyrillic = 3;
export const hebrew = 4;

/** By the number of the script; 0 is none. */
export const scripts: readonly (ScriptTable | undefined)[] = [
  undefined,
  {
    name: 'latin',
    columns:
      'en fr es nl de it pt tr ary-Latn kab und ~romance ~germanic ~nordic ~slavic ~baltic ~uralic ~malay ~african ~celtic ~turkic'.split(
        ' ',
      ),
    bits: 16,
  },
  { name: 'arabic', columns: 'ar ary fa ur und ~iranian ~turkic'.split(' '), bits: 15 },
  { name: 'cyrillic', columns: 'ru ~slavic ~south ~turkic'.split(' '), bits: 13 },
  { name: 'hebrew', columns: 'he ~yiddish'.split(' '), bits: 11 },
];

/** Room for the columns of any script. */
export const mostColumns = 24;

/** Whether a column is a listed language, neither a group of others nor `und`. */
export function isListed(column: string | undefined): boolean {
  return column !== undefined && column !== 'und' && !column.startsWith('~');
}
