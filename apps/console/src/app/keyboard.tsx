import { useEffect, useRef } from 'react';
import { usePreferences } from './preferences.js';
import { meaningOf, type ShortcutName } from './shortcuts.js';

interface Registered {
  readonly name: ShortcutName;
  readonly act: () => void;
}

/** Who answers to which shortcut; the latest to come answers first. */
const registered: Registered[] = [];

/**
 * Answers to a single-key shortcut while the component is shown and `enabled`.
 * @example useShortcut('next', () => setActive((index) => index + 1))
 */
export function useShortcut(name: ShortcutName, act: () => void, enabled = true): void {
  const current = useRef(act);
  useEffect(() => {
    current.current = act;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const entry = { name, act: () => current.current() };
    registered.push(entry);
    return () => {
      registered.splice(registered.indexOf(entry), 1);
    };
  }, [name, enabled]);
}

/** Listens for the whole page: Ctrl/⌘-K always, single keys as the person set them, never while they type. */
export function useKeyboard(openPalette: () => void): void {
  const { settings } = usePreferences();
  const singleKeys = settings.singleKeyShortcuts ?? true;
  const remapped = settings.shortcuts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyK') {
        event.preventDefault();
        openPalette();
        return;
      }
      if (!singleKeys || event.defaultPrevented || event.repeat || takesKeys(event)) return;
      const names = meaningOf(event, remapped);
      const entry = registered.findLast((each) => names.includes(each.name));
      if (entry === undefined) return;
      event.preventDefault();
      entry.act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [openPalette, singleKeys, remapped]);
}

/** Whether the key belongs to what has the focus: a field, a list, a dialog, or a control that Enter and Space press. */
function takesKeys(event: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('input, textarea, select, [role=listbox], [role=tablist]') !== null)
    return true;
  // A link answers to Enter alone.
  if (event.code === 'Enter') return target.closest('a, button, summary') !== null;
  return event.code === 'Space' && target.closest('button, summary') !== null;
}
