import { useSyncExternalStore } from 'react';

/** Something opened lately. Kept for this tab only, and forgotten at sign-out: titles may be sensitive. */
export interface Recent {
  readonly to: string;
  readonly title: string;
}

const key = 'vedette.recent';
const kept = 8;
const watchers = new Set<() => void>();
let recent: readonly Recent[] = read();

function read(): readonly Recent[] {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this file writes the key
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as readonly Recent[];
  } catch {
    // Storage switched off or unreadable: the list begins empty.
    return [];
  }
}

function write(next: readonly Recent[]): void {
  recent = next;
  try {
    sessionStorage.setItem(key, JSON.stringify(next));
  } catch {
    // As above; the list then lasts until the page is loaded again.
  }
  for (const watcher of watchers) watcher();
}

export function remember(entry: Recent): void {
  write([entry, ...recent.filter((each) => each.to !== entry.to)].slice(0, kept));
}

export function forgetRecent(): void {
  write([]);
}

export function useRecent(): readonly Recent[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => recent,
  );
}
