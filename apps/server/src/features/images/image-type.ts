/** Pictures that browsers draw and that carry no script; SVG is none of them. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif';

const signatures: readonly { readonly type: ImageType; readonly parts: readonly (readonly [number, string])[] }[] = [
  { type: 'image/png', parts: [[0, '\x89PNG\r\n\x1a\n']] },
  { type: 'image/jpeg', parts: [[0, '\xff\xd8\xff']] },
  { type: 'image/gif', parts: [[0, 'GIF87a']] },
  { type: 'image/gif', parts: [[0, 'GIF89a']] },
  {
    type: 'image/webp',
    parts: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  },
  { type: 'image/avif', parts: [[4, 'ftypavif']] },
  { type: 'image/avif', parts: [[4, 'ftypavis']] },
];

/**
 * What a picture is, by its first bytes; never by its name or by what the other server says.
 * @returns undefined for everything else, also SVG and HTML
 * @example imageType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])) // 'image/jpeg'
 */
export function imageType(bytes: Uint8Array): ImageType | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return signatures.find(({ parts }) => parts.every(([at, text]) => head.startsWith(text, at)))?.type;
}
