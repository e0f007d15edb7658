import { verdictKeys } from './verdict-keys.js';
import type { shell } from '../i18n/en/shell.js';
import type { Verdict } from '@vedette/contract';

/** Messages that name a shortcut and need no values. */
type ShortcutLabelId =
  `shell.${Exclude<keyof typeof shell & `key${string}`, 'keyColumn'>}` | `terms.verdict-${Verdict}`;

/** A single-key shortcut: its usual physical key, what it is called, and where the key sheet lists it. */
export interface Shortcut {
  readonly name: ShortcutName;
  readonly code: string;
  readonly label: ShortcutLabelId | 'shell.keyColumn';
  /** set where the shortcut is one of a row; it is then called by `shell.keyColumn` */
  readonly number?: number;
  readonly group: 'groupEverywhere' | 'groupLists' | 'groupDecide' | 'groupLive';
}

const columnNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

type Fixed =
  'help' | 'search' | 'next' | 'previous' | 'open' | 'select' | 'skip' | 'undo' | 'pause' | 'new-items' | 'top';
export type ShortcutName = Fixed | keyof typeof verdictKeys | `column-${(typeof columnNumbers)[number]}`;

/** Every single-key shortcut. Keys may repeat where two never act on the same screen. */
export const shortcuts: readonly Shortcut[] = [
  { name: 'help', code: 'Slash', label: 'shell.keyHelp', group: 'groupEverywhere' },
  { name: 'search', code: 'KeyQ', label: 'shell.keySearch', group: 'groupEverywhere' },
  { name: 'undo', code: 'KeyU', label: 'shell.keyUndo', group: 'groupEverywhere' },
  { name: 'next', code: 'KeyJ', label: 'shell.keyNext', group: 'groupLists' },
  { name: 'previous', code: 'KeyK', label: 'shell.keyPrevious', group: 'groupLists' },
  { name: 'open', code: 'Enter', label: 'shell.keyOpen', group: 'groupLists' },
  { name: 'select', code: 'KeyX', label: 'shell.keySelect', group: 'groupLists' },
  { name: 'skip', code: 'KeyS', label: 'shell.keySkip', group: 'groupLists' },
  { name: 'terrorist-content', ...verdictKeys['terrorist-content'], group: 'groupDecide' },
  { name: 'other-policy', ...verdictKeys['other-policy'], group: 'groupDecide' },
  { name: 'protected', ...verdictKeys.protected, group: 'groupDecide' },
  { name: 'not-relevant', ...verdictKeys['not-relevant'], group: 'groupDecide' },
  { name: 'false-alarm', ...verdictKeys['false-alarm'], group: 'groupDecide' },
  { name: 'escalated', ...verdictKeys.escalated, group: 'groupDecide' },
  { name: 'pause', code: 'Space', label: 'shell.keyPause', group: 'groupLive' },
  { name: 'new-items', code: 'KeyG', label: 'shell.keyNewItems', group: 'groupLive' },
  { name: 'top', code: 'Digit0', label: 'shell.keyTop', group: 'groupLive' },
  ...columnNumbers.map((number): Shortcut => ({
    name: `column-${number}`,
    code: `Digit${number}`,
    label: 'shell.keyColumn',
    number,
    group: 'groupLive',
  })),
];

type Remapped = Readonly<Record<string, string>> | undefined;

/** The physical key of a shortcut, as this person has it. */
export function codeOf(name: ShortcutName, remapped: Remapped): string {
  return remapped?.[name] ?? shortcuts.find((shortcut) => shortcut.name === name)?.code ?? '';
}

/** What of a keyboard event decides whether a shortcut acts. */
export interface PressedKey {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/**
 * The shortcuts that a key press means. Shortcuts go by physical key, so that they work on every layout; help also
 * answers to the character `?`, and search to `/`, wherever the layout keeps them.
 */
export function meaningOf(pressed: PressedKey, remapped: Remapped): readonly ShortcutName[] {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.isComposing) return [];
  if (pressed.key === '?') return ['help'];
  if (pressed.key === '/' && remapped?.['search'] === undefined) return ['search'];
  if (pressed.shiftKey) return [];
  return shortcuts
    .filter(
      ({ name }) => codeOf(name, remapped) === pressed.code && !(name === 'help' && remapped?.['help'] === undefined),
    )
    .map(({ name }) => name);
}

/** Groups that never act on the same screen may share keys. */
const apart: readonly (readonly [Shortcut['group'], Shortcut['group']])[] = [
  ['groupDecide', 'groupLive'],
  ['groupLive', 'groupDecide'],
];

/** The other shortcut that a key already belongs to, where both could act at once. */
export function clashOf(shortcut: Shortcut, code: string, remapped: Remapped): Shortcut | undefined {
  return shortcuts.find(
    (other) =>
      other.name !== shortcut.name &&
      codeOf(other.name, remapped) === code &&
      !apart.some(([one, two]) => one === other.group && two === shortcut.group),
  );
}
