const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Undoes the escapes that X stores texts with, once: `&amp;lt;` was written as `&lt;`. */
export function unescapeXText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/gu, (whole, name: string) => characters[name] ?? whole);
}

/** The handle that a retweet repeats: `RT @marsh_heron: the ferry is back` gives `marsh_heron`. */
export function retweetedHandle(text: string): string | undefined {
  return /^RT @(\w{1,20}):/u.exec(text)?.[1];
}
