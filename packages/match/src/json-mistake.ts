/** Where a text stops being JSON. */
export interface JsonMistake {
  /** UTF-16 units from the start */
  readonly offset: number;
  readonly message: string;
}

const blank = /[ \t\n\r]*/uy;
const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/uy;
// oxlint-disable-next-line no-control-regex -- a string of JSON holds no control character
const stringStart = /"(?:[^"\\\0-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/uy;

/**
 * The first place where a text breaks the rules of JSON (RFC 8259), in words; undefined where it keeps them. The engine's own
 * parser names no place for most mistakes. Does not recurse, so depth does not matter.
 * @example jsonMistake('{"a" 1}') // { offset: 5, message: 'a colon is missing' }
 */
export function jsonMistake(text: string): JsonMistake | undefined {
  const open: ('{' | '[')[] = [];
  let at = 0;
  /** what may stand next: a value, a key, what follows a value, or nothing */
  let next: 'value' | 'first' | 'key' | 'colon' | 'after' = 'value';
  const skip = (form: RegExp): boolean => {
    form.lastIndex = at;
    const found = form.test(text);
    if (found) at = form.lastIndex;
    return found;
  };
  const wrong = (message: string): JsonMistake => ({ offset: at, message });
  for (;;) {
    skip(blank);
    const sign = text[at];
    const inside = open.at(-1);
    if (sign === undefined) {
      if (next === 'after' && inside === undefined) return undefined;
      if (inside === undefined) return wrong('there is nothing in it');
      return wrong(`the text ends, and a ${inside === '{' ? '}' : ']'} is missing`);
    }
    if (next === 'colon') {
      if (sign !== ':') return wrong('a colon is missing');
      at += 1;
      next = 'value';
    } else if (next === 'after') {
      if (inside === undefined) return wrong('something stands behind the end');
      const close = inside === '{' ? '}' : ']';
      if (sign === ',') next = inside === '{' ? 'key' : 'value';
      else if (sign === close) open.pop();
      else return wrong(`a comma or ${close} is missing`);
      at += 1;
    } else if (next === 'first' && sign === (inside === '{' ? '}' : ']')) {
      open.pop();
      at += 1;
      next = 'after';
    } else if (sign === '"') {
      const begin = at;
      skip(stringStart);
      if (text[at] !== '"') return inString(text, begin, at);
      at += 1;
      next = next === 'key' || (next === 'first' && inside === '{') ? 'colon' : 'after';
    } else if (next === 'key' || (next === 'first' && inside === '{')) {
      return wrong('a name in double quotation marks is missing');
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      at += 1;
      next = 'first';
    } else if (skip(word)) {
      next = 'after';
    } else {
      return wrong('a value is missing here, or a text has no double quotation marks');
    }
  }
}

function inString(text: string, begin: number, end: number): JsonMistake {
  if (text[end] === '\\') return { offset: end, message: 'there is no such escape; a backslash is written twice' };
  return { offset: begin, message: 'the text that begins here has no closing quotation mark' };
}

/** An object without objects in it, as a rule is one. */
const flatObject = /\{(?:[^{}"\\]|"(?:[^"\\\n]|\\.)*")*\}/gu;

/** Broken JSON reduced to a list of those objects that are whole, each where it stood. */
export function wholeRules(text: string): string {
  const outside = (start: number, end: number): string => text.slice(start, end).replace(/[^\n]/gu, ' ');
  let list = '';
  for (const { 0: object, index } of text.matchAll(flatObject)) {
    const gap = outside(list.length, index);
    if (gap === '' || jsonMistake(object) !== undefined) continue;
    list += `${gap.slice(0, -1)}${list === '' ? '[' : ','}${object}`;
  }
  return list === '' ? '[]' : `${list}]`;
}
