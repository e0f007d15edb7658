import { functionWords } from './tables/function-words.js';
import { model } from './tables/model.js';
import { textWords } from './text-words.js';

/** The languages that are told apart; others may be named by their own tag, `und` when nothing can be known. BCP 47. */
export const languages = [
  'ar',
  'ary',
  'ary-Latn',
  'en',
  'fr',
  'es',
  'nl',
  'de',
  'it',
  'pt',
  'tr',
  'fa',
  'ur',
  'ru',
  'he',
  'zgh',
  'kab',
  'und',
] as const;

/** One language with the share of belief in it, 0..1. */
export interface LanguageCandidate {
  readonly lang: string;
  readonly confidence: number;
}

/** The language of a text; `confidence` is the probability that `lang` is right; at most five candidates, best first. */
export interface Identification {
  readonly lang: string;
  readonly confidence: number;
  readonly candidates: readonly LanguageCandidate[];
}

type Script = 'latin' | 'arabic' | 'cyrillic' | 'other';

/** Scripts that one language here uses, or that name an unlisted language well enough. */
const byScript: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Tifinagh}/u, 'zgh'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Ethiopic}/u, 'am'],
];

const rivals: Readonly<Record<Exclude<Script, 'other'>, readonly string[]>> = {
  latin: ['en', 'fr', 'es', 'nl', 'de', 'it', 'pt', 'tr', 'ary-Latn', 'kab', 'pl', 'sv', 'ro', 'ca'],
  arabic: ['ar', 'ary', 'fa', 'ur'],
  cyrillic: ['ru', 'uk'],
};

/** Cost in nats of an n-gram that a language has not shown, by length. */
const unseen = [0, 9, 10.5, 11.5, 12.5];
/** What a function word is worth beyond its letters. */
const functionWordBonus = 2.2;
/** Letter sequences overlap, so their evidence is worth a fraction of a sum. Fitted on held-out sentences. */
const temperature = 0.16;
/**
 * Nats a letter at which a text is as likely in a language that is not known here: between what held-out sentences of
 * known languages have (99 % below) and declarations in others (95 % above).
 */
const foreignAt = { latin: 4.45, arabic: 4.95, cyrillic: 4.4 } as const;
const foreignSlope = 9;
/** What changing the language inside a post costs: it must pay for itself over several words. */
const switchCost = 3.4;

interface Tables {
  /** Cost by language (in the order of {@link modelled}) of each letter sequence, in quarter nats; 0 for unseen. */
  readonly grams: ReadonlyMap<string, Uint8Array>;
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
}
const modelled = Object.keys(model);
let loaded: Tables | undefined;

/** Unpacked on first use: a program that never asks for a language does not pay. */
function tables(): Tables {
  if (loaded !== undefined) return loaded;
  const grams = new Map<string, Uint8Array>();
  const words = new Map<string, ReadonlySet<string>>();
  for (const [index, lang] of modelled.entries()) {
    for (const line of (model[lang] ?? '').split('\n')) {
      const colon = line.indexOf(':');
      const step = Number(line.slice(0, colon));
      for (const gram of line.slice(colon + 1).split('|')) {
        let row = grams.get(gram);
        if (row === undefined) grams.set(gram, (row = new Uint8Array(modelled.length)));
        row[index] = step + 1;
      }
    }
    words.set(lang, new Set((functionWords[lang] ?? '').split(' ')));
  }
  loaded = { grams, words };
  return loaded;
}

function scriptOf(word: string): Script {
  const [first = ''] = word.replace(/^\p{N}+/u, '');
  if (/\p{Script=Latin}/u.test(first)) return 'latin';
  if (/\p{Script=Arabic}/u.test(first)) return 'arabic';
  return /\p{Script=Cyrillic}/u.test(first) ? 'cyrillic' : 'other';
}

/** A second language is one from this many words on. */
const fewestWords = 3;

/** Languages that are known only so that they are not taken for a listed one start this much behind, in nats. */
const handicap = 5;
const unlisted: ReadonlySet<string> = new Set(['pl', 'sv', 'ro', 'ca', 'uk']);

function startOf(lang: string): number {
  return unlisted.has(lang) ? -handicap : 0;
}

/** How much of a text is looked at, in words: more says nothing new. */
const mostWords = 200;

interface ScoredWord {
  readonly letters: number;
  /** Log-likelihood by language, in nats after {@link temperature}; only the rivals of its script. */
  readonly scores: ReadonlyMap<string, number>;
}

/**
 * The language of a short text. Links, addresses, handles and tags are left out; give `decode(text).plain` for
 * disguised text. Total and deterministic; linear in the first 200 words.
 *
 * @example
 * identify('ⵜⴰⵎⴰⵣⵉⵖⵜ').lang; // 'zgh'
 * identify('wach nta labas 3lik').lang; // 'ary-Latn'
 */
export function identify(text: string): Identification {
  const words = textWords(text.slice(0, 20_000)).slice(0, mostWords);
  const letters = words.reduce((sum, word) => sum + (word.match(/\p{L}/gu)?.length ?? 0), 0);
  if (letters === 0) return answer([{ lang: 'und', confidence: 0.97 }]);
  const scored = words.map(scoreWord);
  const path = bestPath(scored);
  const shares = new Map<string, number>();
  for (const [index, lang] of path.entries()) {
    shares.set(lang, (shares.get(lang) ?? 0) + (scored[index]?.letters ?? 0) / letters);
  }
  const sorted = [...shares].sort((a, b) => b[1] - a[1]);
  const [first, second] = sorted;
  const count = path.filter((lang) => lang === second?.[0]).length;
  const sum = path.reduce((total, lang, index) => total + (scored[index]?.scores.get(lang) ?? 0), 0);
  const strange = -sum / letters > foreignAt.latin;
  if (first !== undefined && second !== undefined && second[1] >= 0.2 && count >= fewestWords && !strange) {
    const sure = Math.min(0.95, 0.6 + letters / 400);
    const both = first[1] + second[1];
    const floor = Math.max(0.22, (sure * second[1]) / both);
    return answer([
      { lang: first[0], confidence: Math.max(floor, sure - floor) },
      { lang: second[0], confidence: floor },
    ]);
  }
  return answer(posterior(scored, letters));
}

function answer(found: readonly LanguageCandidate[]): Identification {
  const candidates = found
    .slice(0, 5)
    .map(({ lang, confidence }) => ({ lang, confidence: Math.round(confidence * 1000) / 1000 }));
  const [best] = candidates;
  return { lang: best?.lang ?? 'und', confidence: best?.confidence ?? 0, candidates };
}

function scoreWord(word: string): ScoredWord {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  const script = scriptOf(word);
  if (script === 'other') {
    const lang = byScript.find(([pattern]) => pattern.test(word))?.[1] ?? 'und';
    return { letters, scores: new Map([[lang, 0]]) };
  }
  const { grams, words } = tables();
  const framed = Array.from(` ${word} `);
  const langs = rivals[script];
  const columns = langs.map((lang) => modelled.indexOf(lang));
  const costs = new Float64Array(langs.length);
  for (let size = 1; size <= 4; size += 1) {
    const missing = unseen[size] ?? 12;
    for (let start = 0; start + size <= framed.length; start += 1) {
      const gram = framed.slice(start, start + size).join('');
      if (gram === ' ') continue;
      const row = grams.get(gram);
      for (let index = 0; index < costs.length; index += 1) {
        const step = row?.[columns[index] ?? 0] ?? 0;
        costs[index] = (costs[index] ?? 0) + (step === 0 ? missing : (step - 1) / 4);
      }
    }
  }
  const scores = new Map<string, number>();
  for (const [index, lang] of langs.entries()) {
    const bonus = words.get(lang)?.has(word) === true ? functionWordBonus : 0;
    scores.set(lang, bonus - (costs[index] ?? 0) * temperature);
  }
  return { letters, scores };
}

/** The likeliest language of each word, where a change of language costs (Viterbi). */
function bestPath(scored: readonly ScoredWord[]): readonly string[] {
  const langs = [...new Set(scored.flatMap(({ scores }) => [...scores.keys()]))];
  let best = langs.map(startOf);
  const back: number[][] = [];
  for (const { scores } of scored) {
    // A word of another script is no evidence against the language around it, but cannot be in it.
    const lowest = -60;
    const arg = best.indexOf(Math.max(...best));
    const from: number[] = [];
    best = langs.map((lang, index) => {
      const stay = best[index] ?? 0;
      const change = (best[arg] ?? 0) - switchCost;
      from.push(stay >= change ? index : arg);
      return Math.max(stay, change) + (scores.get(lang) ?? lowest);
    });
    back.push(from);
  }
  let at = best.indexOf(Math.max(...best));
  const path: string[] = [];
  for (let index = scored.length - 1; index >= 0; index -= 1) {
    path.unshift(langs[at] ?? 'und');
    at = back[index]?.[at] ?? at;
  }
  return path;
}

/** Belief in each language of the script that most letters are in; `und` takes what unlike texts leave. */
function posterior(scored: readonly ScoredWord[], letters: number): readonly LanguageCandidate[] {
  const sums = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const { scores, letters: size } of scored) {
    for (const [lang, score] of scores) {
      sums.set(lang, (sums.get(lang) ?? startOf(lang)) + score);
      weights.set(lang, (weights.get(lang) ?? 0) + size);
    }
  }
  const heaviest = Math.max(...weights.values());
  const rows = [...sums].filter(([lang]) => (weights.get(lang) ?? 0) === heaviest);
  const top = Math.max(...rows.map(([, sum]) => sum));
  const mass = rows.map(([lang, sum]) => ({ lang, confidence: Math.exp(Math.max(-30, sum - top)) }));
  // How unlike the best language the text is: nats a letter, against what real sentences have.
  const strangeness = -top / Math.max(1, letters);
  const script = rivals.arabic.includes(rows[0]?.[0] ?? '')
    ? 'arabic'
    : rivals.cyrillic.includes(rows[0]?.[0] ?? '')
      ? 'cyrillic'
      : 'latin';
  const limit = foreignAt[script] + 6 / Math.max(6, letters);
  const foreign = rows.length === 1 ? 0 : 1 / (1 + Math.exp((limit - strangeness) * foreignSlope));
  const little = letters < 12 && rows.length > 1 ? 0.5 * (1 - letters / 12) : 0;
  const unknown = Math.max(foreign, little);
  const total = mass.reduce((sum, { confidence }) => sum + confidence, 0);
  const all = mass.map(({ lang, confidence }) => ({ lang, confidence: (confidence / total) * (1 - unknown) }));
  if (unknown > 0.01) all.push({ lang: 'und', confidence: unknown });
  return all.sort((a, b) => b.confidence - a.confidence).filter(({ confidence }) => confidence >= 0.005);
}
