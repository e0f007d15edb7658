/** What a column can be. */
const columnFields = [
  'id',
  'text',
  'title',
  'date',
  'time',
  'datetime',
  'author.id',
  'author.name',
  'author.handle',
  'url',
  'lang',
  'replyTo',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** Where each field stands in a row, counted from 0. */
export type ColumnPlaces = ReadonlyMap<ColumnField, number>;

/**
 * Headers as tools and people write them, in English, French, Spanish, German, Dutch and Arabic. Compared without case,
 * accents and separators; of several columns that fit a field, the one named earlier here is taken. Separated by `|`.
 */
const headers: Readonly<Record<ColumnField, string>> = {
  text:
    'text|full text|message text|post text|tweet text|comment text|text original|message|' +
    'content|contents|body|comment|post|tweet|caption|texte|contenu|commentaire|publication|' +
    'corps|texto|mensaje|contenido|comentario|publicación|cuerpo|nachricht|inhalt|kommentar|' +
    'beitrag|nachrichtentext|tekst|bericht|inhoud|reactie|opmerking|النص|نص|الرسالة|رسالة|' +
    'المحتوى|محتوى|التعليق|تعليق|المنشور|منشور|description',
  title:
    'title|headline|subject|titre|objet|título|titular|asunto|titel|überschrift|betreff|kop|' +
    'onderwerp|العنوان|عنوان|الموضوع',
  datetime:
    'datetime|date time|timestamp|time stamp|published at|created at|published|pubdate|' +
    'comment create timestamp|creation time|date et heure|horodatage|fecha y hora|' +
    'marca de tiempo|datum und uhrzeit|zeitstempel|datum en tijd|tijdstip|tijdstempel|' +
    'التاريخ والوقت',
  date:
    'date|day|publication date|date published|posted|date de publication|publié le|jour|fecha|' +
    'fecha de publicación|publicado|día|datum|tag|erstellt am|veröffentlicht am|dag|' +
    'geplaatst op|gepubliceerd op|التاريخ|تاريخ|تاريخ النشر',
  time: 'time|hour|heure|hora|uhrzeit|zeit|tijd|uur|الوقت|وقت|الساعة',
  'author.name':
    'author name|author|sender name|sender|display name|name|from|user|poster|creator|auteur|' +
    'expéditeur|nom|utilisateur|autor|remitente|nombre|usuario|verfasser|absender|benutzer|' +
    'schrijver|afzender|naam|gebruiker|المؤلف|الكاتب|كاتب|المرسل|مرسل|الاسم|اسم|المستخدم',
  'author.handle':
    'handle|author handle|screen name|username|user name|account|pseudo|compte|cuenta|' +
    'nombre de usuario|benutzername|konto|gebruikersnaam|اسم المستخدم|الحساب',
  'author.id':
    'author id|authorid|user id|userid|sender id|from id|channel id|id auteur|id autor|phone|' +
    'phone number|téléphone|teléfono|telefon|telefoon|الهاتف|رقم الهاتف',
  url: 'url|permalink|link|source url|post url|web address|lien|adresse web|enlace|webadresse|webadres|الرابط|رابط',
  id:
    'id|message id|post id|comment id|tweet id|guid|identifier|identifiant|identificador|' +
    'kennung|nummer|المعرف|معرف',
  lang: 'lang|language|langue|idioma|sprache|taal|اللغة|لغة',
  replyTo: 'reply to|in reply to|parent comment id|parent id|réponse à|respuesta a|antwort auf',
};

const ranks = new Map<string, { readonly field: ColumnField; readonly rank: number }>();
for (const field of columnFields) {
  headers[field].split('|').forEach((header, rank) => {
    const key = headerKey(header);
    if (!ranks.has(key)) ranks.set(key, { field, rank });
  });
}

/** A header without case, accents and separators. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The field that a header names, if it is one of the known headers. */
export function fieldOfHeader(header: string): ColumnField | undefined {
  return ranks.get(headerKey(header))?.field ?? ranks.get(headerKey(splitCamelCase(header)))?.field;
}

/** Finds the known columns of a header row. */
export function placesOfHeader(cells: readonly string[]): ColumnPlaces {
  const best = new Map<ColumnField, { readonly place: number; readonly rank: number }>();
  cells.forEach((cell, place) => {
    const known = ranks.get(headerKey(cell)) ?? ranks.get(headerKey(splitCamelCase(cell)));
    if (known === undefined) return;
    const sofar = best.get(known.field);
    if (sofar === undefined || known.rank < sofar.rank) best.set(known.field, { place, rank: known.rank });
  });
  return new Map([...best].map(([field, { place }]) => [field, place]));
}

/** `AuthorID`, `createdAt`, `author_name` */
function splitCamelCase(header: string): string {
  return header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}
