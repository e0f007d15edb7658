import type { WordLanguage } from '../../words/lexicon.js';

/** Words that also begin or end longer words: a border beside them says little. */
export interface Affixes {
  readonly prefixes: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
}

const lists: Readonly<Record<WordLanguage, readonly [prefixes: string, suffixes: string]>> = {
  en: [
    'a un in re over under out anti up pre non sub inter de be co mis off ex semi multi micro mini self super trans post counter bi tri auto cyber photo',
    'able ally ably less ness or er ed es in on an ion man men land ham ton son ville ism ist like wise up out ship hood ward wards ways ally ate age ic ing ment full ful s e a i y am is it ian let berg',
  ],
  fr: [
    'in re anti sur sous contre entre auto mal bien pré co dé des ré non mi super hyper inter extra multi micro en par a',
    'ment e es s er ée ées é és er ir ant ante ants antes ent ion ions age ages eur eurs al ale aux el elle if ive ique iste isme ble bles ons ez ont ais ait aient',
  ],
  es: [
    're in des mal ante sobre contra super anti auto bien entre con a en ex pre co sin',
    'mente ment se me te lo la le los las les nos os e es y o a ada ado adas ados ida ido idas idos dad al ales ar er ir ando endo ante ón ones able ables era ero ista ismo',
  ],
  de: [
    'aus an auf ab bei ein mit vor zu über unter um un ver ent nach hin her durch gegen wieder be er ge da dar hinter los weg zusammen wo hier fest fort miss neben rück ur voll vorbei vorher zurück zwischen haupt nicht ich es',
    'er es en em e den ung heit keit lich isch bar sam los te ten tes ter sten ste st t et el ei in innen ig end ende ender enden endes s n ns ens ein eine einen der die das um an auf aus zu mal mann frei',
  ],
  nl: [
    'uit op aan af in over onder door voor na bij mee tegen her be ge ver ont om mis terug weg samen toe achter binnen boven buiten neer rond tussen vast vol niet al er',
    'en de te ten je jes heid heden er ers es s e t ing lijk lijke ig ige isch ische loos baar zaam in op aan uit af an el een ster schap tje tjes pje is',
  ],
};

/** Endings that make forms of one word, and what the word before them ends in, where that matters. */
const endings: Readonly<Record<WordLanguage, string>> = {
  en: 'ed er ers ing ings s es ly ness less ful able',
  fr: 'ai as a ez ent ait aient ais ons er é e es s ment use âmes isa',
  es: 'a o e s es os as in an ano ana ito ita mente',
  de: 'er es em en e st te ten tes ter s n ns t est ste sten ster in innen lich isch ig bar n/der n/des n/dem n/den n/de',
  nl: 'en e s er ers je jes ing ingen heid te ten isch n/de n/den',
};

/** Whether a word may have this ending, so that both are one. */
export function isEnding(lang: WordLanguage, stem: string, ending: string): boolean {
  let known = endingsOf.get(lang);
  if (known === undefined) {
    known = new Map(endings[lang].split(' ').map((one) => (one.includes('/') ? splitOnce(one) : ([one, ''] as const))));
    endingsOf.set(lang, known);
  }
  const before = known.get(ending);
  return before !== undefined && stem.endsWith(before);
}

const endingsOf = new Map<WordLanguage, ReadonlyMap<string, string>>();

function splitOnce(one: string): readonly [ending: string, before: string] {
  const [before = '', ending = ''] = one.split('/');
  return [ending, before];
}

const known = new Map<WordLanguage, Affixes>();

export function affixesOf(lang: WordLanguage): Affixes {
  let affixes = known.get(lang);
  if (affixes === undefined) {
    const [prefixes, suffixes] = lists[lang];
    affixes = { prefixes: new Set(prefixes.split(' ')), suffixes: new Set(suffixes.split(' ')) };
    known.set(lang, affixes);
  }
  return affixes;
}
