import type { Person } from './raw-feed.js';

// one address, no nested quantifier: linear in the length of the text
const address = /[\w.+'~!#$%*^-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}/;

/**
 * Reads the forms in which RSS writes a person: `mail (name)`, `name (mail)`, `name <mail>`, a mail address or a name alone.
 * @example parsePerson('kate@example.org (Kate Ferris)') // { name: 'Kate Ferris', email: 'kate@example.org' }
 */
export function parsePerson(text: string): Person | undefined {
  const clean = withoutMailto(text.slice(0, 2000).replaceAll(/\s+/g, ' ').trim());
  if (clean === '') return undefined;
  const email = address.exec(clean)?.[0];
  if (email === undefined) return { name: clean };
  const name = clean
    .replace(email, '')
    .replaceAll(/mailto:/gi, '')
    .replaceAll(/\(\s*\)|<\s*>|\[\s*\]|&lt;\s*&gt;/g, '')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^"(.*)"$/, '$1')
    .replaceAll(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
    .trim();
  return name === '' ? { email } : { name, email };
}

/** `mailto:` as a whole address (RFC 6068): its percent signs are decoded, its subject and the rest left out. */
function withoutMailto(text: string): string {
  const whole = /^mailto:([^?\s]+)(?:\?\S*)?$/i.exec(text)?.[1];
  if (whole === undefined) return text;
  try {
    return decodeURIComponent(whole);
  } catch {
    return whole; // a percent sign that encodes nothing stays as it is
  }
}
