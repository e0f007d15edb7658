import { expect, it } from 'vitest';
import { clashOf, meaningOf, shortcuts, type PressedKey } from '../src/app/shortcuts.js';
import { verdictOrder } from '../src/app/verdict-keys.js';

function press(code: string, change: Partial<PressedKey> = {}): PressedKey {
  return {
    code,
    key: '',
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    ...change,
  };
}

it('goes by physical key: the T place is a verdict on an Arabic layout too', () => {
  expect(meaningOf(press('KeyT', { key: 'ف' }), undefined)).toEqual(['terrorist-content']);
});

it('answers to the character ?, wherever the layout keeps it', () => {
  expect(meaningOf(press('Minus', { key: '?', shiftKey: true }), undefined)).toEqual(['help']);
  expect(meaningOf(press('Slash', { key: '-' }), undefined)).toEqual([]);
});

it.each(['ctrlKey', 'altKey', 'metaKey', 'shiftKey', 'isComposing'] as const)('stays quiet with %s', (held) => {
  expect(meaningOf(press('KeyT', { [held]: true }), undefined)).toEqual([]);
});

it('follows a key that was moved, and frees the old one', () => {
  const moved = { protected: 'KeyW' };
  expect(meaningOf(press('KeyW'), moved)).toEqual(['protected']);
  expect(meaningOf(press('KeyP'), moved)).toEqual([]);
});

it('has a shortcut for every verdict, and no two at once on one key', () => {
  expect(shortcuts.map(({ name }) => name)).toEqual(expect.arrayContaining([...verdictOrder]));
  for (const shortcut of shortcuts) expect(clashOf(shortcut, shortcut.code, undefined)).toBeUndefined();
});

it('names the shortcut that a key already belongs to', () => {
  const protect = shortcuts.find(({ name }) => name === 'protected');
  expect(protect && clashOf(protect, 'KeyJ', undefined)?.name).toBe('next');
});
