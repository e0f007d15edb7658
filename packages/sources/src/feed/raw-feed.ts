/** A piece of text as a feed carries it: HTML or plain, with what its surroundings say about it. */
export interface Content {
  readonly value: string;
  readonly html: boolean;
  readonly base: string | undefined;
  readonly lang: string | undefined;
}

export interface Person {
  readonly name?: string;
  readonly email?: string;
  readonly uri?: string;
}

export interface RawMedia {
  readonly type: string;
  readonly url: string;
  readonly alt?: string;
}

/** One entry, format-neutral, nothing sanitised yet. Addresses are absolute or left out. */
export interface RawEntry {
  readonly id: string | undefined;
  readonly link: string | undefined;
  readonly title: Content | undefined;
  readonly body: Content | undefined;
  readonly author: Person | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly lang: string | undefined;
  readonly links: readonly string[];
  readonly media: readonly RawMedia[];
  /** the document ended inside this entry */
  readonly cutOff: boolean;
  /** the entry as it stood in a JSON feed; undefined for XML */
  readonly source: unknown;
}

/** How often the publisher wants to be asked. */
export interface PublisherRhythm {
  readonly ttlMinutes?: number;
  readonly updateMinutes?: number;
  /** hours of the day, UTC, in which the feed does not change */
  readonly skipHours?: readonly number[];
  /** days of the week, English, lower case */
  readonly skipDays?: readonly string[];
}

export interface RawFeed {
  readonly id: string | undefined;
  readonly title: string | undefined;
  /** the site that the feed belongs to */
  readonly siteUrl: string | undefined;
  /** the feed's own address, as it states it */
  readonly selfUrl: string | undefined;
  readonly lang: string | undefined;
  readonly rhythm: PublisherRhythm;
  readonly entries: readonly RawEntry[];
  /** what could not be read, in plain words; the place is `entry N` or empty for the whole document */
  readonly damage: readonly { readonly place: string; readonly reason: string; readonly sample: string }[];
}
