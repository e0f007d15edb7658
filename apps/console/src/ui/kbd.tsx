import './kbd.css';

/**
 * A key as it is printed. Takes `KeyboardEvent.code`.
 * @example <Kbd code="KeyT" />
 */
export function Kbd(props: { readonly code: string }) {
  return <kbd className="kbd">{keyName(props.code)}</kbd>;
}

const names: Readonly<Record<string, string>> = {
  Slash: '/',
  Period: '.',
  Comma: ',',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
  Space: '␣',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** @example keyName('Digit1') // '1' */
export function keyName(code: string): string {
  return names[code] ?? code.replace(/^(Key|Digit|Numpad)/, '');
}
