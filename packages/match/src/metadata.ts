import { addressesOf, hostOf } from './addresses.js';
import type { MetadataField } from './query.js';
import type { MatchInput } from './shapes.js';

/** Whether an Item fulfils a condition on what is known about it. `texts`: title and text, as published and decoded. */
export function metadataHolds(
  field: MetadataField,
  value: string,
  item: MatchInput,
  texts: readonly string[],
): boolean {
  switch (field) {
    case 'from': {
      const { handle, id, name } = item.author ?? {};
      return [handle?.replace(/^@/u, ''), id?.replace(/^@/u, ''), name].some(
        (known) => known?.trim().toLowerCase() === value,
      );
    }
    case 'source':
      return [item.source?.kind, item.source?.id, item.source?.title].some(
        (known) => known?.trim().toLowerCase() === value,
      );
    case 'kind':
      return item.kind?.toLowerCase() === value;
    case 'lang':
      return item.lang !== undefined && languageFits(value, item.lang);
    case 'url':
      return addressesOf(item, texts).some((address) => address.toLowerCase().includes(value));
    case 'domain': {
      const wanted = hostOf(value) ?? value;
      return addressesOf(item, texts).some((address) => {
        const host = hostOf(address);
        return host !== undefined && (host === wanted || host.endsWith(`.${wanted}`));
      });
    }
    case 'has':
      return hasPart(value, item, texts);
    case 'is':
      return isState(value, item);
    case 'since':
      return dayOf(item) !== undefined && (dayOf(item) ?? '') >= value;
    case 'until':
      return dayOf(item) !== undefined && (dayOf(item) ?? '') <= value;
  }
}

/** Whether a language tag is the wanted one or a more exact form of it: `ar` takes `ar-MA`. */
export function languageFits(wanted: string, given: string): boolean {
  const tag = given.trim().toLowerCase().replaceAll('_', '-');
  const want = wanted.toLowerCase();
  return tag === want || tag.startsWith(`${want}-`);
}

/** Whether a tag states no language: undetermined, none, several, or one of those that BCP 47 leaves to private use. */
export function statesNoLanguage(tag: string): boolean {
  return /^(?:und|zxx|mul|mis|q[a-t][a-z])(?:[-_]|$)/iu.test(tag.trim());
}

function hasPart(value: string, item: MatchInput, texts: readonly string[]): boolean {
  const media = item.media ?? [];
  switch (value) {
    case 'media':
      return media.length > 0;
    case 'link':
      return (item.links ?? []).length > 0 || addressesOf({ id: '', text: '' }, texts).length > 0;
    case 'image':
      return media.some(({ type }) => /^(?:image|photo|picture)/iu.test(type));
    default:
      return media.some(({ type }) => type.toLowerCase().startsWith(value));
  }
}

function isState(value: string, item: MatchInput): boolean {
  switch (value) {
    case 'reply':
      return item.replyTo !== undefined;
    case 'forward':
      return item.forwardedFrom !== undefined;
    case 'edited':
      return item.editedAt !== undefined;
    default:
      return item.deletedAt !== undefined;
  }
}

/** The day of publication in UTC, `YYYY-MM-DD`. */
function dayOf(item: MatchInput): string | undefined {
  if (item.publishedAt === undefined) return undefined;
  const time = Date.parse(item.publishedAt);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
