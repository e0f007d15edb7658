import type { Item } from '@vedette/contract';
import { addressesOf, findHashtags, hostOf } from '@vedette/match';

/** Words of the index that say something about an Item; no word of a text holds a slash. */
export function metadataWord(field: string, value: string): string {
  return `${field}/${value}`;
}

function known(...values: readonly (string | undefined)[]): string[] {
  return values.flatMap((value) => (value === undefined || value.trim() === '' ? [] : [value.trim().toLowerCase()]));
}

function withParents(host: string): string[] {
  const parts = host.split('.').slice(-10);
  return parts.map((_, index) => parts.slice(index).join('.'));
}

const image = /^(?:image|photo|picture)/iu;

/** The conditions that an Item fulfils, as the fields of the query language name them. `texts`: its texts, also decoded. */
export function metadataWords(item: Item, texts: readonly string[]): string[] {
  const words: string[] = [];
  const add = (field: string, values: Iterable<string>): void => {
    for (const value of new Set(values)) words.push(metadataWord(field, value));
  };
  const { author, media = [], lang } = item;
  add('from', known(author?.handle?.replace(/^@/u, ''), author?.id?.replace(/^@/u, ''), author?.name));
  add('source', known(item.source.kind, item.source.id, item.source.title));
  add('kind', [item.kind]);
  if (lang !== undefined) {
    const parts = lang.trim().toLowerCase().replaceAll('_', '-').split('-').slice(0, 6);
    add(
      'lang',
      parts.map((_, index) => parts.slice(0, index + 1).join('-')),
    );
  }
  const addresses = addressesOf(item, texts).slice(0, 500);
  add(
    'domain',
    addresses.flatMap((address) => withParents(hostOf(address) ?? '')).filter((host) => host !== ''),
  );
  add('has', [
    ...(media.length > 0 ? ['media'] : []),
    ...(media.some(({ type }) => image.test(type)) ? ['image'] : []),
    ...(media.some(({ type }) => /^video/iu.test(type)) ? ['video'] : []),
    ...(media.some(({ type }) => /^audio/iu.test(type)) ? ['audio'] : []),
    ...((item.links ?? []).length > 0 || addressesOf({ id: '', text: '' }, texts).length > 0 ? ['link'] : []),
  ]);
  add('is', [
    ...(item.replyTo === undefined ? [] : ['reply']),
    ...(item.forwardedFrom === undefined ? [] : ['forward']),
    ...(item.editedAt === undefined ? [] : ['edited']),
    ...(item.deletedAt === undefined ? [] : ['deleted']),
  ]);
  const tags = texts.flatMap((text) => findHashtags(text));
  add(
    'tag',
    tags.map(({ tag }) => tag),
  );
  add(
    'glued',
    tags.map(({ glued }) => glued),
  );
  return words;
}
