import { resolveAddress } from '../html/address.js';
import { Children } from './children.js';
import { textOf } from './content.js';
import { parsePerson } from './persons.js';
import type { Person } from './raw-feed.js';
import type { XmlElement } from './xml-tree.js';

/** A person of any format: Atom's `name`, `email` and `uri`, or RSS's one line of text. */
function readPerson(element: XmlElement | undefined): Person | undefined {
  if (element === undefined) return undefined;
  const children = new Children(element);
  const described = children.first('foaf:person', 'foaf:agent');
  if (described !== undefined) return readPerson(described);
  const named = children.text('name', 'foaf:name', 'itunes:name', 'googleplay:name', 'rdf:value');
  const name = named ?? element.attributes['foaf:name'];
  const email = textOrResource(children, 'email', 'foaf:mbox', 'itunes:email', 'googleplay:email');
  const uri = textOrResource(children, 'uri', 'url', 'homepage', 'foaf:homepage');
  if (name === undefined && email === undefined && uri === undefined) return parsePerson(textOf(element));
  const resolved = uri === undefined ? undefined : resolveAddress(uri, element.base);
  const fromName = name === undefined ? undefined : parsePerson(name);
  return {
    ...fromName,
    ...(email === undefined ? {} : { email: email.replace(/^mailto:/i, '') }),
    ...(resolved === undefined ? {} : { uri: resolved }),
  };
}

function textOrResource(children: Children, ...names: readonly string[]): string | undefined {
  return children.text(...names) ?? children.first(...names)?.attributes['rdf:resource'];
}

const authorNames = ['author', 'dc:creator', 'itunes:author', 'dc:author', 'googleplay:author', 'managingeditor', 'media:credit', 'dc:contributor'] as const; // prettier-ignore

/** The author of an entry or feed; the first that has any text. */
export function entryAuthor(children: Children): Person | undefined {
  for (const name of authorNames) {
    for (const element of children.all(name)) {
      if (name === 'media:credit' && !/author|writer|reporter/i.test(element.attributes['role'] ?? '')) continue;
      const person = readPerson(element);
      if (person !== undefined) return person;
    }
  }
  return undefined;
}
