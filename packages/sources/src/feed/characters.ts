import { decodeHTMLStrict } from 'entities';

/** How many characters declared entities may add to one document before they stay as they are written. */
const expansionBudget = 200_000;

/** Decodes the references of one document, once: character references, the names of HTML, and harmless declared ones. */
export class ReferenceDecoder {
  private left = expansionBudget;

  constructor(private readonly declared: ReadonlyMap<string, string>) {}

  /** @example new ReferenceDecoder(new Map()).decode('a &amp;amp; b&nbsp;c') // 'a &amp; b\u00A0c' */
  decode(text: string): string {
    if (!text.includes('&')) return text;
    const declared = this.declared;
    const prepared =
      declared.size === 0
        ? text
        : text.replaceAll(/&([\w.-]+);/g, (reference, name: string) => {
            const value = declared.get(name);
            if (value === undefined || value.length > this.left) return reference;
            this.left -= value.length;
            return value;
          });
    return withoutControls(decodeHTMLStrict(prepared));
  }
}

// eslint-disable-next-line no-control-regex -- the characters that XML 1.0 forbids are what is looked for
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Drops the characters that XML 1.0 forbids; every visible character, bidi mark and joiner stays. */
export function withoutControls(text: string): string {
  return text.replaceAll(forbidden, '');
}

/** Half surrogate pairs cannot be stored or sent: they become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
