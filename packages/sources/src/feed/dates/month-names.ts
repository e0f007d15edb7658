/** Month names and their short forms, as feeds of a dozen languages write them. */
const monthNames: readonly (readonly string[])[] = [
  ['jan', 'january', 'janv', 'janvier', 'enero', 'ene', 'januar', 'jänner', 'januari', 'gennaio', 'gen', 'janeiro', 'január', 'januar', 'يناير', 'جانفي', 'كانون الثاني', 'ιαν', 'январь', 'января', 'янв', 'ocak', 'styczeń', 'stycznia'],
  ['feb', 'february', 'févr', 'fév', 'février', 'fevrier', 'febrero', 'februar', 'februari', 'febbraio', 'fevereiro', 'fev', 'február', 'februári', 'فبراير', 'فيفري', 'شباط', 'φεβ', 'февраль', 'февраля', 'фев', 'şubat', 'luty', 'lutego'],
  ['mar', 'march', 'mars', 'marzo', 'märz', 'mrz', 'maart', 'mrt', 'março', 'marco', 'március', 'marcius', 'مارس', 'آذار', 'μαρ', 'μάρ', 'μάώ', 'μαώ', 'март', 'марта', 'мар', 'mart', 'marzec', 'marca'],
  ['apr', 'april', 'avr', 'avril', 'abril', 'abr', 'aprile', 'április', 'aprilis', 'أبريل', 'ابريل', 'إبريل', 'أفريل', 'نيسان', 'απρ', 'апрель', 'апреля', 'апр', 'nisan', 'kwiecień', 'kwietnia'],
  ['may', 'mai', 'mayo', 'mei', 'maggio', 'mag', 'maio', 'május', 'máujus', 'majus', 'maj', 'مايو', 'ماي', 'أيار', 'μαι', 'μάι', 'μαϊ', 'май', 'мая', 'mayıs', 'maja'],
  ['jun', 'june', 'juin', 'junio', 'juni', 'giugno', 'giu', 'junho', 'június', 'junius', 'يونيو', 'يونيه', 'جوان', 'حزيران', 'ιουν', 'ιούν', 'ιον', 'июнь', 'июня', 'июн', 'haziran', 'czerwiec', 'czerwca'],
  ['jul', 'july', 'juil', 'juillet', 'julio', 'juli', 'luglio', 'lug', 'julho', 'július', 'julius', 'يوليو', 'يوليه', 'يوليوز', 'جويلية', 'تموز', 'ιουλ', 'ιούλ', 'ιολ', 'июль', 'июля', 'июл', 'temmuz', 'lipiec', 'lipca'],
  ['aug', 'august', 'août', 'aout', 'agosto', 'ago', 'augustus', 'augusztus', 'أغسطس', 'اغسطس', 'غشت', 'أوت', 'آب', 'αυγ', 'αύγ', 'август', 'августа', 'авг', 'ağustos', 'sierpień', 'sierpnia'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setiembre', 'settembre', 'set', 'setembro', 'szeptember', 'سبتمبر', 'شتنبر', 'أيلول', 'σεπ', 'сентябрь', 'сентября', 'сен', 'eylül', 'wrzesień', 'września'],
  ['oct', 'october', 'octobre', 'octubre', 'oktober', 'okt', 'ottobre', 'ott', 'outubro', 'out', 'október', 'أكتوبر', 'اكتوبر', 'تشرين الأول', 'οκτ', 'октябрь', 'октября', 'окт', 'ekim', 'październik', 'października'],
  ['nov', 'november', 'novembre', 'noviembre', 'novembro', 'نوفمبر', 'نونبر', 'تشرين الثاني', 'νοε', 'νοέ', 'ноябрь', 'ноября', 'ноя', 'kasım', 'listopad', 'listopada'],
  ['dec', 'december', 'déc', 'décembre', 'decembre', 'diciembre', 'dic', 'dezember', 'dez', 'dezembro', 'dicembre', 'ديسمبر', 'دجنبر', 'كانون الأول', 'δεκ', 'декабрь', 'декабря', 'дек', 'aralık', 'grudzień', 'grudnia'],
]; // prettier-ignore

export const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [name.normalize('NFC'), index + 1] as const)),
);

export function monthNumber(name: string): number | undefined {
  return months.get(name.normalize('NFC').toLowerCase().replace(/\.$/, ''));
}

/** English names written out of their three letters, also where the rest is misspelt. */
export function misspeltMonth(word: string): number | undefined {
  return /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]+$/.test(word)
    ? months.get(word.slice(0, 3))
    : undefined;
}
