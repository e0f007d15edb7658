import { SourceError } from '../errors.js';
import { jsonElements } from '../input/json-elements.js';
import type { Surroundings } from '../definition.js';
import { noteSchema, type Note } from './schema.js';
import { scriptData } from './script-data.js';
import { xInstant } from './x-time.js';
import { parseJson } from '../input/parse-json.js';

/** A note belongs to a tweet that begins as it does; so much of it is compared first. Characters. */
const keyLength = 60;
/** The note is made just before its tweet. */
const mostApartMs = 120_000;

/** The long texts of an archive, found by the beginning that their tweets carry. */
export class Notes {
  readonly #byBeginning = new Map<string, Note[]>();
  readonly #byId = new Map<string, Note>();
  readonly #used = new Set<string>();

  add(note: Note): void {
    this.#byId.set(note.noteTweetId, note);
    const key = textOfNote(note).slice(0, keyLength);
    this.#byBeginning.set(key, [...(this.#byBeginning.get(key) ?? []), note]);
  }

  /**
   * The whole text of a tweet that was cut off, or undefined where it was not. X cuts with "…" and, mostly, a link to the
   * tweet itself; a reply's leading names stand before the beginning.
   */
  wholeOf(
    id: string,
    text: string,
    publishedAt: string | undefined,
  ): { readonly text: string; readonly links: readonly string[] } | undefined {
    const own = this.#byId.get(id);
    const cut = /^(.*?)(?:…|\.\.\.)(?:\s*https:\/\/t\.co\/\w+)?$/su.exec(text)?.[1];
    if (own !== undefined && (cut === undefined || textOfNote(own).startsWith(cut))) return this.#take(own, '');
    if (cut === undefined || cut.length < keyLength) return undefined;
    const names = /^(?:@\w{1,20} )+/u.exec(cut)?.[0] ?? '';
    for (const lead of names === '' ? [''] : ['', names]) {
      const begin = cut.slice(lead.length);
      const near = (this.#byBeginning.get(begin.slice(0, keyLength)) ?? []).filter(
        (note) => textOfNote(note).startsWith(begin) && !isFar(note, publishedAt),
      );
      const [first] = near.toSorted((one, other) => distance(one, publishedAt) - distance(other, publishedAt));
      if (first !== undefined) return this.#take(first, lead);
    }
    return undefined;
  }

  /** Notes whose tweet was not met: its file is missing, or the tweet. */
  left(): Note[] {
    return [...this.#byId.values()].filter((note) => !this.#used.has(note.noteTweetId));
  }

  #take(note: Note, lead: string): { readonly text: string; readonly links: readonly string[] } {
    this.#used.add(note.noteTweetId);
    return { text: lead + textOfNote(note), links: linksOfNote(note) };
  }
}

export function textOfNote(note: Note): string {
  return note.core?.text ?? note.noteTweetResults?.text ?? '';
}

export function linksOfNote(note: Note): string[] {
  return (note.core?.urls ?? []).flatMap((url) => (url.expandedUrl === undefined ? [] : [url.expandedUrl]));
}

function distance(note: Note, publishedAt: string | undefined): number {
  const created = xInstant(note.createdAt);
  return created === undefined || publishedAt === undefined
    ? 0
    : Math.abs(Date.parse(created) - Date.parse(publishedAt));
}

function isFar(note: Note, publishedAt: string | undefined): boolean {
  return distance(note, publishedAt) > mostApartMs;
}

/** Notes by archive and folder: each file is read on its own, and several use up the same notes. */
const ofArchives = new WeakMap<ReadonlySet<string>, Map<string, Promise<Notes>>>();

/** The notes that lie beside a file of tweets. */
export function notesBeside(beside: Surroundings): Promise<Notes> {
  const folder = beside.self.slice(0, beside.self.lastIndexOf('/') + 1);
  let folders = ofArchives.get(beside.names);
  if (folders === undefined) {
    folders = new Map();
    ofArchives.set(beside.names, folders);
  }
  let notes = folders.get(folder);
  if (notes === undefined) {
    notes = readNotes(beside, folder);
    folders.set(folder, notes);
  }
  return notes;
}

async function readNotes(beside: Surroundings, folder: string): Promise<Notes> {
  const notes = new Notes();
  for (const name of [...beside.names].filter(
    (one) => one.startsWith(folder) && isNoteFile(one.slice(folder.length)),
  )) {
    const content = await beside.read(name);
    if (content === undefined) continue;
    try {
      for await (const note of notesIn(content)) notes.add(note);
    } catch (error) {
      // the file is read as a file of its own too, and its damage is said there
      if (!(error instanceof SourceError)) throw error;
    }
  }
  return notes;
}

async function* notesIn(content: Uint8Array): AsyncGenerator<Note> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield content;
  }
  for await (const event of jsonElements(scriptData(once()), visitNote, 2 ** 20, 'ignored')) {
    if (event.type !== 'value') continue;
    const parsed = noteSchema.safeParse(parseJson(event.bytes));
    if (parsed.success && textOfNote(parsed.data) !== '') yield parsed.data;
  }
}

function visitNote(path: readonly string[]): 'enter' | 'take' {
  return path.length < 2 ? 'enter' : 'take';
}

/** `note-tweet.js`, `note-tweet-part1.js` */
export function isNoteFile(base: string): boolean {
  return /^note-tweets?(?:-part\d+)?\.js$/u.test(base);
}
