import { decodeHTMLStrict } from 'entities';

/** How many characters declared entities may add to one document before they stay as they are written. */
const expansionBudget = 200_000;

/** XHTML 1.0, whose names feeds use, draws these two brackets elsewhere than HTML 5 does. */
const xhtmlNames: ReadonlyMap<string, string> = new Map([
  ['lang', '\u2329'],
  ['rang', '\u232A'],
]);

/** Decodes the references of one document, once: character references, the names of XHTML, and harmless declared ones. */
export class ReferenceDecoder {
  private left = expansionBudget;

  constructor(private readonly declared: ReadonlyMap<string, string>) {}

  /** @example new ReferenceDecoder(new Map()).decode('a &amp;amp; b&nbsp;c') // 'a &amp; b\u00A0c' */
  decode(text: string): string {
    if (!text.includes('&')) return text;
    const prepared = text.replaceAll(/&([a-z_][\w.-]*);/gi, (reference, name: string) => {
      const value = this.declared.get(name) ?? xhtmlNames.get(name);
      if (value === undefined || value.length > this.left) return reference;
      this.left -= value.length;
      return value;
    });
    return withoutControls(decodeHTMLStrict(prepared));
  }
}

// eslint-disable-next-line no-control-regex -- the characters that XML 1.0 forbids are what is looked for
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** What windows-1252 has at 0x80 to 0x9F; U+0000 stands for a control character that stays one. */
const windows1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/**
 * Drops the characters that XML 1.0 forbids; every visible character, bidi mark and joiner stays. Controls of U+0080 to
 * U+009F, which nobody publishes on purpose, become the character that a windows-1252 program meant.
 * @example withoutControls('don\u0092t\u0000') // 'don’t'
 */
export function withoutControls(text: string): string {
  return text.replaceAll(forbidden, '').replaceAll(/[\u0080-\u009F]/g, (char) => {
    const meant = windows1252[char.charCodeAt(0) - 0x80];
    return meant === undefined || meant === '\0' ? char : meant;
  });
}

/** Half surrogate pairs cannot be stored or sent: they become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
