import { RE2JS } from 're2js';

/** A compiled regular expression that runs in time linear in the text. */
export interface LinearRegex {
  /** Every match that is not empty, as UTF-16 spans, in order. */
  find(text: string): readonly { start: number; end: number }[];
}

/** UTF-16 units. */
export const longestPattern = 2000;
/** Above this many repetitions multiplied, a pattern is refused: each one costs a step on every character. */
const mostRepetitions = 1000;
/** Each instruction of a program may cost a step on every character: this many take up to two seconds for 100,000. */
const mostInstructions = 300;

/** Compiles, or says in words what is wrong. */
export function compileRegex(pattern: string, ignoreCase: boolean): LinearRegex | { readonly message: string } {
  if (pattern === '') return { message: 'the regular expression is empty' };
  if (pattern.length > longestPattern) {
    return { message: `the regular expression is longer than ${String(longestPattern)} characters` };
  }
  if (repetitions(pattern) > mostRepetitions) {
    return { message: `the regular expression repeats more than ${String(mostRepetitions)} times; ask for less` };
  }
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /u, '') : String(error);
    return { message: `the regular expression cannot be read: ${reason}` };
  }
  if (compiled.programSize() > mostInstructions) {
    return {
      message: 'the regular expression is too large: each part of it costs a step on every character; ask for less',
    };
  }
  return {
    find(text) {
      const found: { start: number; end: number }[] = [];
      const matcher = compiled.matcher(text);
      while (matcher.find()) {
        const start = matcher.start();
        const end = matcher.end();
        if (end > start) found.push({ start, end });
      }
      return found;
    },
  };
}

/** An upper bound of how often counted repetitions make parts of the pattern stand in the program. */
function repetitions(pattern: string): number {
  let product = 1;
  for (const found of pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/gu)) {
    product *= Math.max(1, Number(found[1]), Number(found[2] === undefined || found[2] === '' ? 1 : found[2]));
  }
  return product;
}

/** A pattern with `+` or `*` in the place of counted repetitions: what too large a one may have meant. */
export function withoutCounts(pattern: string): string {
  return pattern
    .replace(/\{(\d+)(?:,\d*)?\}/gu, (_, least: string) => (Number(least) === 0 ? '*' : '+'))
    .replace(/([+*])[+*]+/gu, '$1');
}

/** The pattern that finds `text` as it stands. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

/**
 * A piece of text that every match of the pattern contains, in lower case, or `undefined` when none is certain. Looks
 * only at the top level and gives up on alternation: it must never be wrong.
 */
export function requiredLiteral(pattern: string): string | undefined {
  let best = '';
  let run = '';
  let depth = 0;
  const end = (): void => {
    if (run.length > best.length) best = run;
    run = '';
  };
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index] ?? '';
    if (character === '\\') {
      const next = pattern[index + 1] ?? '';
      index += 1;
      if (next === 'Q' || next === 'p' || next === 'P' || next === 'x') return undefined;
      if (/[a-z0-9]/iu.test(next)) end();
      else if (depth === 0) run += next;
      continue;
    }
    if (character === '[') {
      end();
      index = classEnd(pattern, index);
      continue;
    }
    if (character === '(') {
      if (pattern.startsWith('(?', index) && !pattern.startsWith('(?:', index)) return undefined;
      end();
      depth += 1;
    } else if (character === ')') {
      depth -= 1;
      run = '';
    } else if (character === '|') {
      if (depth === 0) return undefined;
    } else if (character === '*' || character === '?' || character === '{') {
      run = Array.from(run).slice(0, -1).join('');
      end();
      if (character === '{') index = Math.max(index, pattern.indexOf('}', index));
    } else if (character === '+' || character === '^' || character === '$' || character === '.') {
      end();
    } else if (depth === 0) {
      run += character;
    }
  }
  end();
  return /^[\x21-\x7e\u0600-\u06ff ]{3,}$/u.test(best) ? lowered(best) : undefined;
}

function classEnd(pattern: string, start: number): number {
  let index = start + 1;
  if (pattern[index] === '^') index += 1;
  if (pattern[index] === ']') index += 1;
  while (index < pattern.length && pattern[index] !== ']') {
    if (pattern[index] === '\\') index += 1;
    else if (pattern.startsWith('[:', index)) index = Math.max(index, pattern.indexOf(':]', index) + 1);
    index += 1;
  }
  return index;
}

/** Lower case as case-insensitive matching of RE2 sees ASCII letters: the Kelvin sign is a k, the long s an s. */
export function lowered(text: string): string {
  return text.toLowerCase().replaceAll('\u017f', 's');
}
