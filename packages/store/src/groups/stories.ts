import { words } from '@vedette/match';

/** What of an article is compared. */
export interface Article {
  readonly seq: number;
  readonly origin: number;
  readonly copyKey: string;
  readonly sortAt: Date;
  readonly lang: string | null;
  readonly title: string | null;
}

export interface StoryGroup {
  /** newest first */
  readonly articles: readonly Article[];
  readonly outlets: number;
  readonly first: Article;
}

/** Two titles tell one story when they share this many words that are rare among all of them … */
const sharedWords = 2;
/** … and these are this part of the shorter title, so that one name in common does not chain different events. */
const sharedPart = 0.6;
const shortestWord = 4;
/** A word in more than this part of the titles says nothing about a story. */
const rareShare = 0.04;
const rareAtLeast = 6;

/**
 * Groups articles of different outlets about one event: equal texts, or titles that share at least two rare words which
 * together are most of the shorter title. The largest number of outlets first, then the newest.
 */
export function groupStories(articles: readonly Article[]): StoryGroup[] {
  const titles = articles.map(({ title }) => titleWords(title ?? ''));
  const carriers = new Map<string, number[]>();
  titles.forEach((title, index) => {
    for (const word of title) carriers.set(word, [...(carriers.get(word) ?? []), index]);
  });
  const most = Math.max(rareAtLeast, articles.length * rareShare);
  const groups = new Groups(articles.length);
  joinCopies(articles, groups);
  titles.forEach((title, index) => {
    const shared = new Map<number, number>();
    for (const word of title) {
      const others = carriers.get(word) ?? [];
      if (others.length > most) continue;
      for (const other of others) if (other < index) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const shorter = Math.min(title.size, titles[other]?.size ?? 0);
      if (count >= sharedWords && count >= sharedPart * shorter) groups.join(index, other);
    }
  });
  return groups
    .all()
    .map((members) => storyOf(members.flatMap((index) => articles[index] ?? [])))
    .filter(({ outlets }) => outlets > 1)
    .sort((a, b) => b.outlets - a.outlets || newest(b) - newest(a));
}

function newest({ articles }: StoryGroup): number {
  return articles[0]?.sortAt.getTime() ?? 0;
}

function titleWords(title: string): ReadonlySet<string> {
  return new Set(
    words(title).flatMap(({ word, kind }) => (kind === 'word' && word.length >= shortestWord ? [word] : [])),
  );
}

function joinCopies(articles: readonly Article[], groups: Groups): void {
  const byKey = new Map<string, number>();
  articles.forEach(({ copyKey }, index) => {
    const known = byKey.get(copyKey);
    if (known === undefined) byKey.set(copyKey, index);
    else groups.join(index, known);
  });
}

function storyOf(members: readonly Article[]): StoryGroup {
  const articles = members.toSorted((a, b) => b.sortAt.getTime() - a.sortAt.getTime() || b.seq - a.seq);
  const first = articles.at(-1);
  if (first === undefined) throw new RangeError('a story has at least one article');
  return { articles, outlets: new Set(articles.map(({ origin }) => origin)).size, first };
}

/** Disjoint sets of indexes. */
class Groups {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index);
  }

  #root(index: number): number {
    let at = index;
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) {
      this.#parent[at] = this.#parent[up] ?? up;
      at = up;
    }
    return at;
  }

  join(a: number, b: number): void {
    this.#parent[this.#root(a)] = this.#root(b);
  }

  all(): number[][] {
    const found = new Map<number, number[]>();
    for (let index = 0; index < this.#parent.length; index += 1) {
      const root = this.#root(index);
      found.set(root, [...(found.get(root) ?? []), index]);
    }
    return [...found.values()];
  }
}
