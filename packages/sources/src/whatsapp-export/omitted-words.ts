/** Notes of iPhones in place of an attachment that was left out, by what it was. One language after the other. */
const appleNotes: Readonly<Record<string, string>> = {
  image:
    'image omitted|photo omitted|imagen omitida|imagem ocultada|imagem não revelada|imagem oculta|image absente|immagine omessa|Bild weggelassen|' +
    'afbeelding weggelaten|изображение отсутствует|зображення відсутнє|obrázek vynechán|obrázok vynechaný|obraz pominięty|' +
    'görüntü dahil edilmedi|لم يتم إدراج الصورة|صورة مستبعدة|התמונה הושמטה|תמונה הושמטה|फ़ोटो हटाई गई|ไม่มีรูปภาพ|đã bỏ qua hình ảnh|' +
    'gambar tidak disertakan|gambar dikecualikan|bild utelämnad|bilde utelatt|billede udeladt|kuva jätetty pois|kép elhagyva|imagine omisă|' +
    'η εικόνα παραλείφθηκε|εικόνα παραλείφθηκε|画像は含まれていません|画像が除外されました|이미지 생략됨|忽略圖片|省略圖片|图像已忽略|忽略图片|imatge omesa|slika izostavljena',
  video:
    'video omitted|vídeo omitido|video omitido|vídeo ocultado|vídeo não revelado|vídeo oculto|vidéo absente|video omesso|Video weggelassen|video weggelaten|' +
    'видео отсутствует|відео відсутнє|video vynecháno|video vynechané|film pominięty|wideo pominięto|video dahil edilmedi|' +
    'لم يتم إدراج الفيديوهات|لم يتم إدراج الفيديو|הסרטון הושמט|סרטון הושמט|वीडियो छोड़ा गया|วิดีโอถูกลบ|đã bỏ video|video tidak disertakan|video dikecualikan|' +
    'video utelämnad|video utelatt|video udeladt|video jätetty pois|videó elhagyva|videoclip omis|το βίντεο παραλείφθηκε|' +
    '動画は含まれていません|ビデオが除外されました|동영상 생략됨|忽略影片|省略影片|视频已忽略|忽略视频|vídeo omès|video izostavljen|video note omitted',
  audio:
    'audio omitted|audio omitido|áudio ocultado|áudio oculto|ficheiro de áudio não revelado|audio omis|audio omesso|Audio weggelassen|audio weggelaten|' +
    'аудио отсутствует|аудіо відсутнє|zvuk vynechán|audio vynecháno|plik audio pominięty|dźwięk pominięty|ses dahil edilmedi|' +
    'لم يتم إدراج المقاطع الصوتية|השמע הושמט|ऑडियो हटाई गयी|ไม่มีไฟล์เสียง|bỏ qua tệp âm thanh|audio tidak disertakan|audio dikecualikan|ljud utelämnat|' +
    'lyd utelatt|lyd udeladt|ääni jätetty pois|hang elhagyva|音声は含まれていません|오디오 생략됨|忽略語音訊息|省略音訊|音频已忽略|忽略音频|àudio omès|audio izostavljen',
  sticker:
    'sticker omitted|sticker omitido|figurinha omitida|sticker não revelado|sticker omis|sticker non incluso|sticker omesso|Sticker weggelassen|sticker weggelaten|' +
    'стикер не добавлен|стикер отсутствует|Наклейку не додано|nálepka vynechána|nálepka vynechaná|naklejka pominięta|çıkartma dahil edilmedi|' +
    'تم حذف الملصقات|הסטיקר הושמט|מדבקה הושמטה|स्टिकर छोड़ा गया|ไม่มีสติกเกอร์|đã bỏ sticker|stiker tidak disertakan|stiker dikecualikan|klistermärke utelämnat|' +
    'klistremerke utelatt|sticker udeladt|tarra jätetty pois|matrica elhagyva|ステッカーは含まれていません|스티커 생략됨|忽略貼圖|省略貼圖|贴图已忽略|忽略表情贴图|adhesiu omès|naljepnica izostavljena',
  gif:
    'GIF omitted|GIF omitido|GIF não revelada|GIF ocultado|GIF retiré|GIF absent|GIF esclusa|GIF weggelassen|GIF weggelaten|GIF отсутствует|GIF-анімацію пропущено|' +
    'GIF vynechán|GIF pominięty|GIF dahil edilmedi|لم يتم إدراج صورة GIF|ה-GIF הושמט|GIF छोड़ा गया|ละเว้น GIF|Đã bỏ qua ảnh GIF|GIF tidak disertakan|GIF dikecualikan|' +
    'GIF utelämnad|GIF utelatt|GIF udeladt|GIF jätetty pois|GIFは含まれていません|GIF 생략됨|忽略 GIF|省略 GIF|GIF 已忽略|GIF omès|GIF izostavljen',
  document:
    'document omitted|documento omitido|documento não revelado|document manquant|documento omesso|Dokument weggelassen|document weggelaten|документ отсутствует|' +
    'документ пропущено|dokument vynechán|dokument vynechaný|dokument pominięty|belge dahil edilmedi|لم يتم إدراج المستند|המסמך הושמט|डॉक्यूमेंट छोड़ा गया|ละเว้นเอกสาร|' +
    'đã bỏ qua tài liệu|dokumen tidak disertakan|dokumen dikecualikan|dokument utelämnat|dokument utelatt|dokument udeladt|asiakirja jätetty pois|' +
    'dokumentum elhagyva|ドキュメントは含まれていません|문서 생략됨|忽略文件|省略文件|文档已忽略|忽略文档|document omès|dokument izostavljen',
  contact:
    'Contact card omitted|Tarjeta de contacto omitida|Cartão do contato omitido|Contacto não revelado|Fiche contact manquante|Scheda contatto omessa|' +
    'Kontaktkarte ausgelassen|Kontaktkarte weggelassen|contactkaart weggelaten|карточка контакта отсутствует|Картка контакту відсутня|Vizitka vynechána|Karta kontaktu pominięta|' +
    'kişi kartı dahil edilmedi|لم يتم إدراج بطاقة جهة اتصال|כרטיס איש הקשר הושמט|कॉन्टैक्ट कार्ड छोड़ा गया|บัตรรายชื่อที่ละเว้น|Bỏ qua thẻ liên lạc|' +
    'kartu kontak tidak disertakan|kontaktkort utelämnat|連絡先カードは含まれていません|연락처 카드 생략됨|忽略聯絡人卡片|名片已忽略|Targeta de contacte omesa',
};

/** What Android writes in angle brackets in place of any attachment. */
const androidNotes =
  'Media omitted|Multimedia omitido|Archivo omitido|Media weggelaat|تم استبعاد الوسائط|الوسائط غير مضمنة|media buraxıldı|Media çıxarılmışdır|Без файл|' +
  'মিডিয়া বাদ দেওয়া হয়েছে|fitxers multimèdia omesos|Mitjans omesos|média vynechány|Média vynechána|Médiá vynechané|medier udeladt|Mediefil udeladt|' +
  'Medien ausgeschlossen|Medien weggelassen|Medien ausgelassen|αρχείο παραλήφθηκε|Εξαίρεση πολυμέσων|Παραλείφθηκε πολυμέσο|meedia välja jäetud|Meedia ära jäetud|رسانه حذف شد|' +
  'پيوست نما/آهنگ حذف شد|media jätettiin pois|Media jätetty pois|médias omis|Média omis|Fichier omis|મિડિયા છોડી મૂકાયું|મીડિયા અવગણવામાં આવ્યા|मीडिया के बिना|मीडिया शामिल नहीं है|' +
  'medijski zapis izostavljen|média elhagyva|Hiányzó médiafájl|Média kihagyva|media tidak disertakan|media omessi|Media omesso|Media esclusi|Media eliminati|המדיה לא נכללה|מדיה הושמטה|המדיה הושמטה|' +
  'メディアなし|メディアは含まれていません|файлдар қосылмаған|Файл қосылған жоқ|ಮಾಧ್ಯಮ ಕೈಬಿಡಲಾಗಿದೆ|미디어 파일 제외됨|미디어 파일을 생략한 대화내용|미디어 생략|' +
  'ບໍ່ລວມມີເດຍ|medija praleista|Praleistas medijos turinys|nav iekļauta multivide|Bez multivides|без фајлови|Без фајл|മീഡിയ ഒഴിവാക്കി|' +
  'मीडिया वगळण्यात आला|मीडिया वगळले|media dikecualikan|Media disingkirkan|media utelatt|Uten vedlegg|media weggelaten|ਮੀਡੀਆ ਛੱਡਿਆ|ਮੀਡੀਆ ਛਡਿਆ ਗਿਆ|' +
  'pominięto multimedia|pliki pominięto|ficheiro não revelado|Ficheiro multimédia omitido|Mídia omitida|Mídia oculta|Arquivo de mídia oculto|conținut media omis|Fără media|без медиафайлов|Файл пропущен|' +
  'Медиа пропущены|медиафайл отсутствует|медиа пропущено|datoteke izpuščene|Medij izpuščen|media u hoq|Media hequr|медији су изостављени|media utelämnat|Media har utelämnats|media hazijajumuishwa|Media imerukwa|' +
  'கோப்புகள் விடப்பட்டன|ஊடகங்கள் நீக்கப்பட்டது|మీడియా విస్మరించబడింది|మాధ్యమం విస్మరించబడింది|ไฟล์สื่อถูกลบ|สื่อถูกลบ|ınalis ang media|Walang kalakip na media|' +
  'medya dahil edilmedi|Medya atlanmış|медіа пропущено|Медіафайли пропущено|میڈیا چھوڑ دیا گیا|میڈیا ہٹا دیا گیا|fayl o‘tkazib yuborildi|bỏ qua tệp phương tiện|Bỏ qua Media|' +
  '忽略多媒體檔|省略多媒體檔|省略多媒體檔案|省略多媒体文件|媒体省略|媒體省略|已忽略多媒体文件|忽略多媒体文件|View once voice message omitted|View once photo omitted|View once video omitted|unknown message|' +
  'Dosya dahil edilmedi';

const types = new Map<string, string>();
for (const note of androidNotes.split('|')) types.set(keyOf(note), 'unknown');
for (const [type, notes] of Object.entries(appleNotes)) {
  for (const note of notes.split('|')) types.set(keyOf(note), type === 'gif' ? 'video' : type);
}

const endings = new Set(
  [...types.keys()].flatMap((key) => [
    key.slice(-2),
    `${key.slice(-1)}.`,
    `${key.slice(-1)}>`,
    `${key.slice(-1)}\u200e`,
  ]),
);

/** The kind of attachment that a note says was left out; undefined for any other text. @example omittedMedia('Bild weggelassen') // 'image' */
export function omittedMedia(note: string): string | undefined {
  // most messages end with no such word, and asking for their key takes microseconds
  if (note.length > 80 || !endings.has(note.slice(-2).toLowerCase())) return undefined;
  return types.get(keyOf(note));
}

function keyOf(note: string): string {
  return note
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[<>.\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
