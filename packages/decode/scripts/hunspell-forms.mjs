import { readFileSync } from 'node:fs';

/**
 * The words of a Hunspell dictionary with their suffixes (hunspell(5); one layer, no prefixes, no compounds).
 * `path` is the path of the `.aff` and `.dic` without their endings.
 */
export function* formsOf(path) {
  const affix = read(`${path}.aff`);
  const long = /^FLAG long/m.test(affix);
  const rules = new Map();
  const aliases = [];
  for (const line of affix.split('\n')) {
    const [kind, flag, strip, add, condition] = line.trim().split(/\s+/);
    if (kind === 'AF' && strip !== undefined) aliases.push(flag);
    if (kind !== 'SFX' || condition === undefined) continue;
    const list = rules.get(flag) ?? [];
    const ending = add.split('/')[0];
    list.push({
      strip: strip === '0' ? '' : strip,
      add: ending === '0' ? '' : ending,
      fits: new RegExp(`${condition === '.' ? '' : condition}$`, 'u'),
    });
    rules.set(flag, list);
  }
  for (const line of read(`${path}.dic`).split('\n').slice(1)) {
    const [entry] = line.trim().split(/\s/);
    const [word, flags = ''] = entry.split('/');
    yield word;
    const names = long ? (flags.match(/../gu) ?? []) : Array.from(flags);
    for (const name of names) {
      for (const { strip, add, fits } of rules.get(name) ?? []) {
        if (!word.endsWith(strip) || !fits.test(word)) continue;
        yield word.slice(0, word.length - strip.length) + add;
      }
    }
  }
}

function read(file) {
  const bytes = readFileSync(file);
  const text = bytes.toString('utf8');
  return /^SET\s+ISO-?8859-1/m.test(text) ? bytes.toString('latin1') : text;
}
