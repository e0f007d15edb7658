import type { DisguiseName } from './decoded.js';

/** The languages in which steps are explained. */
export type ExplanationLanguage = 'en' | 'fr' | 'ar' | 'es' | 'nl';

const sentences: Readonly<Record<DisguiseName, Readonly<Record<ExplanationLanguage, string>>>> = {
  homoglyph: {
    en: 'Look-alike characters, often of another script, stand in place of the real letters.',
    fr: 'Des caractères semblables, souvent d’une autre écriture, remplacent les vraies lettres.',
    ar: 'استُبدلت حروف بمحارف تشبهها، كثيرًا ما تكون من كتابة أخرى.',
    es: 'Caracteres parecidos, a menudo de otra escritura, sustituyen a las letras verdaderas.',
    nl: 'Gelijkende tekens, vaak uit een ander schrift, staan op de plaats van de echte letters.',
  },
  invisible: {
    en: 'Invisible characters are hidden in words.',
    fr: 'Des caractères invisibles sont cachés dans des mots.',
    ar: 'توجد محارف غير مرئية داخل الكلمات.',
    es: 'Hay caracteres invisibles ocultos en palabras.',
    nl: 'In woorden zijn onzichtbare tekens verborgen.',
  },
  bidi: {
    en: 'Direction controls change the order in which the text is shown.',
    fr: 'Des commandes de direction changent l’ordre d’affichage du texte.',
    ar: 'تغيّر محارف التحكم بالاتجاه ترتيب عرض النص.',
    es: 'Controles de dirección cambian el orden en que se muestra el texto.',
    nl: 'Richtingstekens veranderen de volgorde waarin de tekst wordt getoond.',
  },
  combining: {
    en: 'Letters are overlaid with marks that do not belong to them.',
    fr: 'Les lettres sont couvertes de signes qui ne leur appartiennent pas.',
    ar: 'غُطّيت الحروف بعلامات لا تخصها.',
    es: 'Las letras están cubiertas de signos que no les corresponden.',
    nl: 'Letters zijn bedekt met tekens die er niet bij horen.',
  },
  fullwidth: {
    en: 'Wide letter forms are used in place of ordinary letters.',
    fr: 'Des lettres pleine chasse remplacent les lettres ordinaires.',
    ar: 'استُعملت حروف عريضة بدل الحروف العادية.',
    es: 'Se usan letras de ancho completo en lugar de las normales.',
    nl: 'Er zijn brede lettervormen gebruikt in plaats van gewone letters.',
  },
  styled: {
    en: 'Letters are written with symbols that look like styled letters.',
    fr: 'Les lettres sont écrites avec des symboles qui imitent des lettres stylisées.',
    ar: 'كُتبت الحروف برموز تشبه حروفًا مزخرفة.',
    es: 'Las letras se escriben con símbolos que parecen letras decoradas.',
    nl: 'Letters zijn geschreven met symbolen die op sierletters lijken.',
  },
  leet: {
    en: 'Digits or signs stand for letters.',
    fr: 'Des chiffres ou des signes remplacent des lettres.',
    ar: 'استُعملت أرقام أو رموز مكان الحروف.',
    es: 'Cifras o signos sustituyen a letras.',
    nl: 'Cijfers of tekens staan op de plaats van letters.',
  },
  spaced: {
    en: 'The letters of words are pulled apart.',
    fr: 'Les lettres des mots sont séparées.',
    ar: 'فُصلت حروف الكلمات بعضها عن بعض.',
    es: 'Las letras de las palabras están separadas.',
    nl: 'De letters van woorden zijn uit elkaar gezet.',
  },
  repeated: {
    en: 'Letters are repeated.',
    fr: 'Des lettres sont répétées.',
    ar: 'كُرّرت حروف.',
    es: 'Hay letras repetidas.',
    nl: 'Letters zijn herhaald.',
  },
  joined: {
    en: 'Several words are written as one.',
    fr: 'Plusieurs mots sont écrits en un seul.',
    ar: 'كُتبت عدة كلمات ككلمة واحدة.',
    es: 'Varias palabras están escritas como una sola.',
    nl: 'Meerdere woorden zijn aan elkaar geschreven.',
  },
  'emoji-letters': {
    en: 'Emoji that show letters are used to write.',
    fr: 'Des émojis représentant des lettres servent à écrire.',
    ar: 'استُعملت رموز تعبيرية على شكل حروف للكتابة.',
    es: 'Se escribe con emojis que muestran letras.',
    nl: 'Er is geschreven met emoji die letters tonen.',
  },
  tatweel: {
    en: 'Arabic letters are stretched with lengthening strokes.',
    fr: 'Les lettres arabes sont étirées par des traits d’allongement.',
    ar: 'مُدّت الحروف العربية بالتطويل.',
    es: 'Las letras árabes están alargadas con trazos de extensión.',
    nl: 'Arabische letters zijn uitgerekt met verlengingsstrepen.',
  },
  dotless: {
    en: 'Arabic letters are written without their dots.',
    fr: 'Les lettres arabes sont écrites sans leurs points.',
    ar: 'كُتبت الحروف العربية بلا نقاطها.',
    es: 'Las letras árabes están escritas sin sus puntos.',
    nl: 'Arabische letters zijn zonder hun punten geschreven.',
  },
  arabizi: {
    en: 'Arabic is written in Latin letters and digits.',
    fr: 'De l’arabe est écrit en lettres latines et en chiffres.',
    ar: 'كُتبت العربية بحروف لاتينية وأرقام.',
    es: 'Se escribe árabe con letras latinas y cifras.',
    nl: 'Arabisch is geschreven in Latijnse letters en cijfers.',
  },
  reversed: {
    en: 'The text is written backwards.',
    fr: 'Le texte est écrit à l’envers.',
    ar: 'كُتب النص معكوسًا.',
    es: 'El texto está escrito al revés.',
    nl: 'De tekst is achterstevoren geschreven.',
  },
  'upside-down': {
    en: 'Letters are turned upside down.',
    fr: 'Les lettres sont retournées.',
    ar: 'قُلبت الحروف رأسًا على عقب.',
    es: 'Las letras están cabeza abajo.',
    nl: 'Letters staan ondersteboven.',
  },
  base64: {
    en: 'Text is packed in Base64.',
    fr: 'Du texte est codé en Base64.',
    ar: 'النص مُرمّز بصيغة Base64.',
    es: 'El texto está codificado en Base64.',
    nl: 'Tekst is verpakt in Base64.',
  },
  base32: {
    en: 'Text is packed in Base32.',
    fr: 'Du texte est codé en Base32.',
    ar: 'النص مُرمّز بصيغة Base32.',
    es: 'El texto está codificado en Base32.',
    nl: 'Tekst is verpakt in Base32.',
  },
  hex: {
    en: 'Text is written as hexadecimal numbers.',
    fr: 'Du texte est écrit en nombres hexadécimaux.',
    ar: 'كُتب النص بأعداد ست عشرية.',
    es: 'El texto está escrito en números hexadecimales.',
    nl: 'Tekst is geschreven als hexadecimale getallen.',
  },
  binary: {
    en: 'Text is written in zeros and ones.',
    fr: 'Du texte est écrit en zéros et en uns.',
    ar: 'كُتب النص بأصفار وآحاد.',
    es: 'El texto está escrito con ceros y unos.',
    nl: 'Tekst is geschreven in nullen en enen.',
  },
  morse: {
    en: 'Text is written in Morse code.',
    fr: 'Du texte est écrit en morse.',
    ar: 'كُتب النص بشفرة مورس.',
    es: 'El texto está escrito en código morse.',
    nl: 'Tekst is geschreven in morse.',
  },
  rot: {
    en: 'Every letter is shifted along the alphabet by a fixed number.',
    fr: 'Chaque lettre est décalée dans l’alphabet d’un nombre fixe.',
    ar: 'أُزيح كل حرف في الأبجدية بعدد ثابت.',
    es: 'Cada letra está desplazada en el alfabeto un número fijo.',
    nl: 'Elke letter is een vast aantal plaatsen in het alfabet verschoven.',
  },
  atbash: {
    en: 'The alphabet is reversed: A stands for Z, B for Y.',
    fr: 'L’alphabet est inversé : A vaut Z, B vaut Y.',
    ar: 'عُكست الأبجدية: يقوم الحرف الأول مقام الأخير.',
    es: 'El alfabeto está invertido: A vale Z, B vale Y.',
    nl: 'Het alfabet is omgekeerd: A staat voor Z, B voor Y.',
  },
  percent: {
    en: 'Characters are written as percent codes, as in web addresses.',
    fr: 'Des caractères sont écrits en codes pourcent, comme dans les adresses web.',
    ar: 'كُتبت المحارف برموز النسبة المئوية كما في عناوين الويب.',
    es: 'Hay caracteres escritos como códigos de porcentaje, como en direcciones web.',
    nl: 'Tekens zijn geschreven als procentcodes, zoals in webadressen.',
  },
  'html-entity': {
    en: 'Characters are written as HTML codes.',
    fr: 'Des caractères sont écrits en codes HTML.',
    ar: 'كُتبت المحارف برموز HTML.',
    es: 'Hay caracteres escritos como códigos HTML.',
    nl: 'Tekens zijn geschreven als HTML-codes.',
  },
  'unicode-escape': {
    en: 'Characters are written as Unicode escape codes.',
    fr: 'Des caractères sont écrits en codes d’échappement Unicode.',
    ar: 'كُتبت المحارف برموز هروب يونيكود.',
    es: 'Hay caracteres escritos como códigos de escape Unicode.',
    nl: 'Tekens zijn geschreven als Unicode-escapecodes.',
  },
  punycode: {
    en: 'A domain name is written in its technical form (xn--).',
    fr: 'Un nom de domaine est écrit sous sa forme technique (xn--).',
    ar: 'كُتب اسم نطاق بصيغته التقنية (xn--).',
    es: 'Un nombre de dominio está escrito en su forma técnica (xn--).',
    nl: 'Een domeinnaam is in zijn technische vorm geschreven (xn--).',
  },
  defanged: {
    en: 'A link is written so that it cannot be clicked.',
    fr: 'Un lien est écrit de façon à ne pas être cliquable.',
    ar: 'كُتب رابط بحيث لا يمكن النقر عليه.',
    es: 'Un enlace está escrito de modo que no se pueda pulsar.',
    nl: 'Een link is zo geschreven dat erop klikken niet kan.',
  },
};

/**
 * One sentence that tells a reviewer what a step of decoding undid.
 * @example explainStep('leet', 'fr') // 'Des chiffres ou des signes remplacent des lettres.'
 */
export function explainStep(name: DisguiseName, lang: ExplanationLanguage): string {
  return sentences[name][lang];
}
