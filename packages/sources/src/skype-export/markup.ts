import { Parser } from 'htmlparser2';

/** What the markup of a message says besides its text. */
export interface Markup {
  readonly text: string;
  readonly links: readonly string[];
  /** id of the message that is quoted */
  readonly quotes: string | undefined;
  /** epoch milliseconds of the last edit */
  readonly editedAt: number | undefined;
  readonly objects: readonly SharedObject[];
  /** the new name of a conversation, in a line that says so */
  readonly value: string | undefined;
}

/** A file that was shared. */
export interface SharedObject {
  readonly uri: string | undefined;
  readonly type: string;
  name: string | undefined;
}

/**
 * The text of a message as it was shown, and what its tags say. Skype's markup is its own: `<ss>`, `<at>`, `<quote>`, `<e_m>`,
 * `<URIObject>`; text around a shared file ("To view this file, go to …") is written by Skype and not part of the text.
 * @example readMarkup('<at id="8:ana">Ana</at> see &lt;3').text // 'Ana see <3'
 */
export function readMarkup(content: string): Markup {
  const links = new Set<string>();
  const objects: SharedObject[] = [];
  let text = '';
  let quotes: string | undefined;
  let editedAt: number | undefined;
  let value: string | undefined;
  let inObject = 0;
  let inValue = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'uriobject') {
          inObject += 1;
          objects.push({ uri: attributes['uri'], type: attributes['type'] ?? '', name: undefined });
        }
        const current = objects.at(-1);
        if (inObject > 0 && current !== undefined && name === 'originalname') current.name = attributes['v'];
        if (inObject > 0 && current !== undefined && name === 'meta') current.name ??= attributes['originalname'];
        if (name === 'a' && inObject === 0 && /^https?:/iu.test(attributes['href'] ?? ''))
          links.add(attributes['href'] ?? '');
        if (name === 'quote') quotes = attributes['messageid'] ?? quotes;
        if (name === 'e_m') editedAt = editOf(attributes) ?? editedAt;
        if (name === 'value') inValue = true;
      },
      ontext(part) {
        if (inObject === 0) text += part;
        if (inValue) value = (value ?? '') + part;
      },
      onclosetag(name) {
        if (name === 'uriobject' && inObject > 0) inObject -= 1;
        if (name === 'value') inValue = false;
      },
    },
    { decodeEntities: true, xmlMode: false, recognizeSelfClosing: true },
  );
  parser.end(content);
  return {
    text,
    links: [...links],
    quotes: quotes === '' || quotes === '0' ? undefined : quotes,
    editedAt,
    objects,
    value,
  };
}

function editOf(attributes: Readonly<Record<string, string>>): number | undefined {
  const milliseconds = Number(attributes['ts_ms'] ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return milliseconds;
  const seconds = Number(attributes['ts'] ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
