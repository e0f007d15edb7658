import type { Media } from '@vedette/contract';
import { omittedMedia } from './omitted-words.js';
import { directionMarks } from './schema.js';

/** `<attached: 00000003-PHOTO-2022-12-31-14-17-51.jpg>` in any language, at the end of a line */
const appleNote = /(^|[\s\u200e\u200f])<([^<>:：\n]{2,40})[:：] ?([^<>\n]+\.[\p{L}\p{N}]{1,8})>[\u200e\u200f\s]*$/u;
/** `<00000003-PHOTO.jpg eklendi>`: the words behind the name */
const appleNoteBehind =
  /(?:^|[\s\u200e\u200f])<(\d{5,8}-[^<>\n]+\.[\p{L}\p{N}]{1,8}) [^<>\n]{2,40}>[\u200e\u200f\s]*$/u;
/** `IMG-20240501-WA0001.jpg (file attached)` in any language, alone on the first line */
const androidNote =
  /^([\u200e\u200f\s]*)([^\n]+\.[\p{L}\p{N}]{1,8})[\u200e\u200f]*(?: \(|\s?（)([^()（）\n]{2,40})[)）][\u200e\u200f\s]*$/u;
const ownName = /^(?:\d{5,8}-|(?:IMG|VID|AUD|PTT|STK|DOC|GIF|PTV)-\d{8}-WA\d+)/u;

const attachedWords =
  /attach|angeh|anhang|adjunt|joint|anex|allegat|bijgevoegd|добав|прикреп|прикач|додан|ekl|přilož|prilož|pripoj|príloh|příloh|załąc|bifog|vedlagt|vedhæft|liite|csatol|ataş|atașa|συνημμ|επισυν|첨부|添付|附件|lampir|đính kèm|แนบ|संलग्न|अटैच|সংযুক্ত|مرفق|المُرفق|מצורף|پیوست|پیوستہ|જોડાયેલ|ceangail|қосымша|biriktiril|əlavə|ngjitur|ambatanish|lisatud|prisegt|privitk|aangeheg|ചേർത്തു|ಸೇರಿಸ|జోడించ|ਅਟੈਚ|இணைக்க|ணைக்க|pievienot|nakalakip/iu;

/**
 * The attachments that a message names: with its file where the export says which, without where it was left out.
 * @example mediaOf('<Media omitted>') // [{ type: 'unknown' }]
 */
export function mediaOf(text: string): readonly Media[] {
  const newline = text.indexOf('\n');
  const first = newline < 0 ? text : text.slice(0, newline);
  if (text.includes('<')) {
    const named = text.split('\n').flatMap(attachedOnIphone);
    if (named.length > 0) return named;
  }
  const closing = first.charCodeAt(first.trimEnd().length - 1);
  if (closing === 0x29 || closing === 0xff09 || closing === 0x200f || closing === 0x200e) {
    const android = androidNote.exec(first);
    const [, marks = '', file = '', words = ''] = android ?? [];
    if (file !== '' && (marks.includes('\u200e') || ownName.test(file) || attachedWords.test(words)))
      return [named(file)];
  }
  return omitted(newline < 0 ? first : text, first);
}

function attachedOnIphone(line: string): readonly Media[] {
  const behind = appleNoteBehind.exec(line);
  if (behind?.[1] !== undefined) return [named(behind[1])];
  const [, before = '', words = '', file = ''] = appleNote.exec(line) ?? [];
  if (file === '') return [];
  return before === '\u200e' || ownName.test(file) || attachedWords.test(words) ? [named(file)] : [];
}

function omitted(text: string, first: string): readonly Media[] {
  if (text.length > 400) return [];
  const plain = text.replace(directionMarks, '').trim();
  if (plain.startsWith('<') && first.includes('>')) {
    const note = /^<\s*([^<>/:]{3,80}?)\s*>/u.exec(plain)?.[1];
    const type = note === undefined ? undefined : omittedMedia(note);
    // an attachment that the export left out may be followed by its name or caption
    return type === undefined ? [] : [{ type }];
  }
  const last = plain.slice(plain.lastIndexOf('\n') + 1);
  const marked = text.lastIndexOf('\u200e');
  const behind = marked < 0 ? undefined : omittedMedia(text.slice(marked + 1).trim());
  if (behind !== undefined) return [{ type: behind }];
  const type = omittedMedia(last);
  if (type !== undefined) return [{ type }];
  // "Report.pdf • 3 pages document omitted", where the mark was lost
  const words = /\.[\p{L}\p{N}]{1,8}(?: •[^•\n]{1,30}?)? ((?:\S+ ){1,5}\S+)$/u.exec(last)?.[1];
  if (words === undefined) return [];
  for (let from = 0; from >= 0; from = words.indexOf(' ', from + 1)) {
    const found = omittedMedia(words.slice(from).trim());
    if (found !== undefined) return [{ type: found }];
  }
  return [];
}

function named(file: string): Media {
  const name = file.trim();
  return { type: typeOf(name), file: name };
}

const extensions: Readonly<Record<string, string>> = {
  image: 'jpg jpeg png gif heic bmp tif tiff',
  video: 'mp4 mov 3gp avi mkv webm m4v',
  audio: 'opus ogg mp3 m4a aac amr wav oga',
  sticker: 'webp was',
  contact: 'vcf',
};

function typeOf(file: string): string {
  const prefix = /^(?:\d{5,8}-)?(PHOTO|VIDEO|AUDIO|STICKER|GIF|STK|IMG|VID|AUD|PTT|PTV)-/u.exec(file)?.[1];
  if (prefix === 'STICKER' || prefix === 'STK') return 'sticker';
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  for (const [type, list] of Object.entries(extensions)) {
    if (list.split(' ').includes(extension)) return type === 'sticker' && prefix === 'IMG' ? 'image' : type;
  }
  return 'document';
}
