/** What bytes are packed in, as far as the input walker has to know. */
export type Packing = 'zip' | 'gzip' | 'tar' | 'foreign';

const foreignSignatures: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

const mediaSignatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x4f, 0x67, 0x67, 0x53], // Ogg
  [0x49, 0x44, 0x33], // MP3 with ID3
  [0x1a, 0x45, 0xdf, 0xa3], // Matroska, WebM
  [0x66, 0x4c, 0x61, 0x43], // FLAC
  [0x49, 0x49, 0x2a, 0x00], // TIFF
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x00, 0x00, 0x01, 0x00], // icon
];

const mediaExtensions = new Set(
  (
    'jpg jpeg jpe png gif webp bmp tif tiff heic heif avif svg ico jfif psd tgs ' +
    'mp3 m4a aac ogg oga opus wav flac wma amr aiff mid midi ' +
    'mp4 m4v mov webm mkv avi mpg mpeg 3gp 3g2 wmv flv ogv pdf'
  ).split(' '),
);

/** Files that operating systems leave behind. */
const litter = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$|(^|\/)__MACOSX\//u;

/** The packing of some content, by its first bytes. */
export function packingOf(head: Uint8Array): Packing | undefined {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (head.length >= 262 && Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar') return 'tar';
  return foreignPacking(head) === undefined ? undefined : 'foreign';
}

/** The name of a packing that this build does not open. */
export function foreignPacking(head: Uint8Array): string | undefined {
  return foreignSignatures.find(([, bytes]) => startsWith(head, bytes))?.[0];
}

/** Pictures, sound, video and PDF by their first bytes. */
export function isMediaContent(head: Uint8Array): boolean {
  if (mediaSignatures.some((bytes) => startsWith(head, bytes))) return true;
  const tag = Buffer.from(head.subarray(0, 16)).toString('latin1');
  if (tag.startsWith('RIFF') && /^(WEBP|WAVE|AVI )/u.test(tag.slice(8))) return true;
  return tag.slice(4, 8) === 'ftyp';
}

/** Pictures, sound, video and PDF by the end of the name; only asked when the content says nothing. */
export function isMediaName(name: string): boolean {
  return mediaExtensions.has(extensionOf(name));
}

/** Whether a name is litter of an operating system. */
export function isLitter(name: string): boolean {
  return litter.test(name);
}

/** Lower-case extension without the dot; a trailing `.gz` is looked through: `feed.xml.gz` gives `xml`. */
export function extensionOf(name: string): string {
  const base = name.toLowerCase().replace(/\.gz$/u, '');
  const dot = base.lastIndexOf('.');
  return dot <= base.lastIndexOf('/') ? '' : base.slice(dot + 1);
}

/**
 * Whether bytes can be text: UTF-16 and UTF-32 by their mark, else no NUL byte. A file with a stray NUL among very few
 * control characters is text that was damaged; compressed data has ten in a hundred.
 */
export function looksLikeText(head: Uint8Array): boolean {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return true;
  if (!head.includes(0)) return true;
  const controls = head.reduce(
    (count, byte) => (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? count + 1 : count),
    0,
  );
  return controls * 50 <= head.length;
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return head.length >= bytes.length && bytes.every((byte, index) => head[index] === byte);
}
