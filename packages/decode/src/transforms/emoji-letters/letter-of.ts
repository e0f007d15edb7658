const pictures: Readonly<Record<string, string>> = {
  'Ⓜ': 'M',
  ℹ: 'i',
  '⭕': 'O',
  '❌': 'X',
  '❎': 'X',
  '✖': 'X',
  '✝': 't',
};

/**
 * The letter that an emoji shows.
 * @example letterOf('🅰') // 'A'
 */
export function letterOf(emoji: string): string {
  const point = emoji.codePointAt(0) ?? 0;
  if (point >= 0x1f1e6 && point <= 0x1f1ff) return String.fromCharCode(65 + point - 0x1f1e6);
  if (point >= 0x1f170 && point <= 0x1f189) return String.fromCharCode(65 + point - 0x1f170);
  return pictures[emoji] ?? emoji;
}
