import { describe, expect, test } from 'vitest';
import type { MatchInput } from '../src/index.js';
import { found } from './match-one.js';

/** `query`, `text` and what is found: the typed spans (`typed via step`), in order; `[]` a match without spans, `no` none. */
type Case = readonly [query: string, text: string, spans: readonly string[] | 'no', item?: Partial<MatchInput>];

function holds(cases: readonly Case[]): void {
  test.each(cases.map(([query, text, spans, item]) => ({ query, text, spans, item })))(
    '$query in $text',
    ({ query, text, spans, item }) => {
      expect(found(query, text, item)).toEqual(spans === 'no' ? undefined : spans);
    },
  );
}

describe('folding', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['ete', 'été'],
    ['manana', 'mañana'],
    ['strasse', 'straße'],
    ['oeuvre', 'œuvre'],
    ['ore', 'øre'],
    ['lodz', 'łódź'],
    ['isik', 'ışık'],
    ['istanbul', 'İstanbul'],
    ['ijs', 'ĳs'],
    ['cafe', 'CAFÉ'],
    ['uber', 'über'],
    ['angstrom', 'Ångström'],
    ['garcon', 'garçon'],
    ['naive', 'naïve'],
    ['hawla', 'ḥawla'],
    ['ﬁne'.normalize('NFKC'), 'fine'],
    ['kölle', 'kolle'],
    ['احمد', 'أحمد'],
    ['اسلام', 'إسلام'],
    ['امال', 'آمال'],
    ['مومن', 'مؤمن'],
    ['بيت', 'بَيْتٌ'],
    ['هدي', 'هدى'],
    ['مدرسه', 'مدرسة'],
    ['شاطي', 'شاطئ'],
    ['москва', 'МОСКВА'],
    ['αθηνα', 'Αθήνα'],
    ['cote', 'coté'],
  ];
  holds(
    pairs.flatMap(([plain, written]): Case[] => [
      [plain, `x ${written} y`, [written]],
      [written, `x ${plain} y`, [plain]],
    ]),
  );
  holds([
    ['سلام', 'ســلام', ['ســلام via tatweel']],
    ['ســلام', 'سلام', ['سلام']],
    ['raw:ete', 'été', 'no'],
    ['raw:été', 'ete', 'no'],
    ['raw:été', 'ÉTÉ', ['ÉTÉ']],
    ['raw:GATE', 'Gate', ['Gate']],
    ['raw:احمد', 'أحمد', 'no'],
    ['raw:strasse', 'straße', 'no'],
    ['cs:Gate', 'gate GATE Gate', ['Gate']],
    ['cs:été', 'ete', 'no'],
  ]);
});

describe('words', () => {
  holds([
    ['avion', "l'avion", ['avion']],
    ['avion', 'l’avion', ['avion']],
    ["l'avion", 'l’avion', ['l’avion']],
    ["l'avion", 'l avion', ['l avion']],
    ["l'avion", 'avion', 'no'],
    ['l’avion', "dans l'avion", ["l'avion"]],
    ['gate', 'gate-keeper', ['gate']],
    ['gate', 'grey_gate', ['gate']],
    ['gate', '(gate), «gate»; gate! gate… “gate”', ['gate', 'gate', 'gate', 'gate', 'gate']],
    ['gate', 'gates', 'no'],
    ['gate', 'gate2', 'no'],
    ['gate', 'agate', 'no'],
    ['gate-keeper', 'gate keeper', ['gate keeper']],
    ['gate_keeper', 'gate-keeper', ['gate-keeper']],
    ['covid-19', 'Covid 19', ['Covid 19']],
    ['3.5', '3,5', ['3,5']],
    ['"grey gate"', 'grey, gate', ['grey, gate']],
    ['"grey gate"', 'grey 🔥 gate', ['grey 🔥 gate']],
    ['"grey gate"', 'grey\ngate', ['grey\ngate']],
    ['"grey gate"', 'grey\r\n\r\ngate', ['grey\r\n\r\ngate']],
    ['"grey gate"', 'grey — gate', ['grey — gate']],
    ['"grey gate"', 'grey old gate', 'no'],
    ['"grey gate"', 'gate grey', 'no'],
    ['"grey gate"', 'grey gates', 'no'],
    ['"grey, gate!"', 'grey gate', ['grey gate']],
    ['@bob', 'hello bob', ['bob']],
    ['bob', '@bob hello', ['bob']],
    ['12', '12 x', ['12']],
    ['١٢', '12 x', ['12']],
  ]);
});

describe('scripts', () => {
  holds([
    ['東京', '私は東京都民', ['東京']],
    ['京都', '東京都', ['京都']],
    ['東京', '東の京', 'no'],
    ['東京タワー', '昨日東京タワーへ', ['東京タワー']],
    ['คน', 'สวัสดีคนไทย', ['คน']],
    ['ມື້', 'ມື້ນີ້', ['ມື້']],
    ['ខ្មែរ', 'ភាសាខ្មែរ', ['ខ្មែរ']],
    ['မြန်မာ', 'မြန်မာစာ', ['မြန်မာ']],
    ['한국', '한국 사람', ['한국']],
    ['한국', '한국인', 'no'],
    ['🔥', 'fire 🔥🔥', ['🔥', '🔥']],
    ['❤️', 'x ❤ y', ['❤']],
    ['❤', 'x ❤️ y', ['❤️']],
    ['🔥', 'fire', 'no'],
    ['🔥 gate', 'gate🔥', ['gate', '🔥']],
    ['-🔥 gate', 'gate 🔥', 'no'],
    ['🔥 NEAR/2 gate', '🔥 the old gate', ['🔥', 'gate']],
  ]);
});

describe('operators', () => {
  holds([
    ['grey gate', 'gate and grey', ['gate', 'grey']],
    ['grey gate', 'grey', 'no'],
    ['grey AND gate', 'gate grey', ['gate', 'grey']],
    ['grey OR gate', 'gate', ['gate']],
    ['grey OR gate', 'gate grey', ['gate', 'grey']],
    ['grey OR gate', 'x', 'no'],
    ['grey -gate', 'grey', ['grey']],
    ['grey -gate', 'grey gate', 'no'],
    ['grey NOT gate', 'grey gate', 'no'],
    ['grey AND NOT gate', 'grey', ['grey']],
    ['-gate grey', 'grey', ['grey']],
    ['grey -"old gate"', 'grey gate old', ['grey']],
    ['grey -(gate OR wall)', 'grey wall', 'no'],
    ['grey -(gate wall)', 'grey wall', ['grey']],
    ['NOT NOT grey', 'grey', ['grey']],
    ['a b OR c', 'c', ['c']],
    ['a b OR c', 'a', 'no'],
    ['a (b OR c)', 'a c', ['a', 'c']],
    ['a (b OR c)', 'c', 'no'],
    ['a OR b -c', 'a c', ['a']],
    ['a OR b -c', 'b c', 'no'],
    ['a NEAR b OR c', 'c', ['c']],
    ['a AND b OR c AND d', 'c d', ['c', 'd']],
    ['NOT a NEAR/1 b c', 'c a', ['c']],
    ['or', 'this or that', ['or']],
    ['"OR"', 'this or that', ['or']],
    ['grey or gate', 'grey or gate', ['grey', 'or', 'gate']],
    ['grey or gate', 'grey', 'no'],
    ['((grey))', 'grey', ['grey']],
    ['grey (-gate)', 'grey', ['grey']],
    ['grey OR grey', 'grey', ['grey']],
  ]);
});

describe('nearness', () => {
  holds([
    ['a NEAR/0 b', 'a b', ['a', 'b']],
    ['a NEAR/0 b', 'b a', ['b', 'a']],
    ['a NEAR/0 b', 'a x b', 'no'],
    ['a NEAR/2 b', 'a 1 2 b', ['a', 'b']],
    ['a NEAR/2 b', 'a 1 2 3 b', 'no'],
    ['a NEAR b', 'a 1 2 3 4 b', ['a', 'b']],
    ['a NEAR b', 'a 1 2 3 4 5 b', 'no'],
    ['a ONEAR b', 'a 1 2 3 4 b', ['a', 'b']],
    ['a ONEAR b', 'a 1 2 3 4 5 b', 'no'],
    ['a ONEAR b', 'b a', 'no'],
    ['a ONEAR/1 b', 'a x b', ['a', 'b']],
    ['a ONEAR/1 b', 'b x a', 'no'],
    ['a NEAR/1 b', 'a 🔥, — b', ['a', 'b']],
    ['a NEAR/1 b', 'a\n\nb', ['a', 'b']],
    ['a NEAR/1 b', "a l'b", ['a', 'b']],
    ['"x y" NEAR/1 b', 'x y 1 b', ['x y', 'b']],
    ['"x y" NEAR/1 "b c"', 'b c 1 x y', ['b c', 'x y']],
    ['(a OR c) NEAR/1 b', 'c b', ['c', 'b']],
    ['gat* NEAR/1 grey', 'grey gates', ['grey', 'gates']],
    ['a NEAR/1 b', 'a x x b a', ['b', 'a']],
    ['a NEAR/1 a', 'a a', ['a', 'a']],
    ['a NEAR/3 b', 'b', 'no', { title: 'a' }],
    ['a NEAR/3 b', 'x', ['title:a', 'title:b'], { title: 'a b' }],
  ]);
});

describe('where', () => {
  holds([
    ['gate', 'x', ['title:gate'], { title: 'gate' }],
    ['gate', 'gate', ['title:gate', 'gate'], { title: 'gate' }],
    ['grey gate', 'grey', ['title:gate', 'grey'], { title: 'gate' }],
    ['gate -museum', 'gate', 'no', { title: 'museum' }],
    ['gate -museum', 'museum', 'no', { title: 'gate' }],
    ['"grey gate"', 'gate', 'no', { title: 'grey' }],
    ['title:gate', 'gate', 'no', { title: 'x' }],
    ['title:gate', 'gate', 'no'],
    ['title:gate', 'x', ['title:gate'], { title: 'gate' }],
    ['title:"grey gate"', 'x', ['title:grey gate'], { title: 'The grey gate' }],
    ['title:(grey OR gate)', 'x', ['title:gate'], { title: 'gate' }],
    ['-title:gate x', 'x gate', ['x']],
    ['-title:gate x', 'x', 'no', { title: 'gate' }],
  ]);
});

describe('spans', () => {
  holds([
    ['gate', 'gate and Gate and GATE', ['gate', 'Gate', 'GATE']],
    ['grey gate', 'gate grey gate', ['gate', 'grey', 'gate']],
    ['"grey gate" OR gate', 'a grey gate', ['grey gate', 'gate']],
    ['(a b) OR c', 'a c', ['c']],
    ['gate lang:en', 'gate', ['gate'], { lang: 'en' }],
    ['lang:en', 'gate', [], { lang: 'en' }],
    ['gate -wall', 'the gate', ['gate']],
    ['بوابة', 'هذه والبوابة', ['والبوابة']],
    ['gate', '𝕏 gate', ['gate']],
    ['été', 'e\u0301te\u0301', ['e\u0301te\u0301']],
  ]);
});

describe('Arabic', () => {
  const particles = ['و', 'ف', 'ب', 'ل', 'ك', 'ال', 'وال', 'بال', 'كال', 'لل', 'وبال', 'ولل'];
  holds(particles.map((particle): Case => ['مدرسة', `x ${particle}مدرسة y`, [`${particle}مدرسة`]]));
  holds([
    ['"مدرسة كبيرة"', 'في المدرسة الكبيرة', ['المدرسة الكبيرة']],
    ['"مدرسة كبيرة"', 'وبالمدرسة والكبيرة', ['وبالمدرسة والكبيرة']],
    ['لد', 'ولد', 'no'],
    ['يت', 'بيت', 'no'],
    ['ولد', 'ولد', ['ولد']],
    ['بيت', 'البيت', ['البيت']],
    ['البيت', 'بيت', 'no'],
    ['البيت', 'البيت', ['البيت']],
    ['البيت', 'والبيت', ['والبيت']],
    ['البيت', 'فالبيت', ['فالبيت']],
    ['مدرسة', 'مدرستي', 'no'],
    ['مدرسه', 'والمَدْرَسة', ['والمَدْرَسة']],
    ['raw:مدرسة', 'والمدرسة', ['والمدرسة']],
    ['مدر*', 'والمدارس', 'no'],
    ['مدرس*', 'بالمدرسين', ['بالمدرسين']],
  ]);
});

describe('wildcards and edits', () => {
  holds([
    ['gat*', 'gat gate gates', ['gat', 'gate', 'gates']],
    ['gat*', 'ga', 'no'],
    ['gat?', 'gat gate gates', ['gate']],
    ['gat??', 'gates gate', ['gates']],
    ['gat?s', 'gates gatos gats', ['gates', 'gatos']],
    ['gat*s', 'gats gates gate', ['gats', 'gates']],
    ['"grey gat*"', 'grey gates', ['grey gates']],
    ['"gre? gat*"', 'grey gate', ['grey gate']],
    ['"gate? grey"', 'gates grey', ['gates grey']],
    ['gat*', 'GÂTÉ', ['GÂTÉ']],
    ['gate~1', 'gate', ['gate']],
    ['gate~1', 'gates', ['gates']],
    ['gate~1', 'gat', ['gat']],
    ['gate~1', 'gote', ['gote']],
    ['gate~1', 'agte', ['agte']],
    ['gate~1', 'gaet', ['gaet']],
    ['gate~1', 'xgate', ['xgate']],
    ['gate~1', 'goto', 'no'],
    ['gate~1', 'tage', 'no'],
    ['gate~1', 'ga', 'no'],
    ['"grey gate~1"', 'grey gates', ['grey gates']],
    ['gate~1 NEAR/1 grey', 'grey gats', ['grey', 'gats']],
  ]);
});

describe('regular expressions', () => {
  holds([
    ['/g[ae]te/', 'Gate gete gote', ['Gate', 'gete']],
    ['/(?-i)gate/', 'Gate gate', ['gate']],
    ['/ate/', 'gates', ['ate']],
    ['/^gate/', 'gate gate', ['gate']],
    ['/grey\\s+gate/', 'grey  gate', ['grey  gate']],
    ['/a\\/b/', 'a/b', ['a/b']],
    ['/gate/ -museum', 'gate museum', 'no'],
    ['title:/gate/', 'gate', 'no', { title: 'x' }],
    ['/\\d{3}/', 'call 1234', ['123']],
    ['/gate/ OR wall', 'wall gate', ['wall', 'gate']],
    ['raw:/gate/', 'g\u200bate', 'no'],
    ['/gate/', 'g\u200bate', ['g\u200bate via invisible']],
    ['/été/', 'ete', 'no'],
    ['/./', '', 'no'],
  ]);
});

describe('decoding', () => {
  holds([
    ['gate', 'g\u200bate', ['g\u200bate via invisible']],
    ['raw:gate', 'g\u200bate', 'no'],
    ['raw:gate', 'gate', ['gate']],
    ['via:fullwidth gate', 'ｇａｔｅ gate', ['ｇａｔｅ via fullwidth']],
    ['gate via:fullwidth', 'gate', 'no'],
    ['via:leet gate', 'g4te', ['g4te via leet']],
    ['via:leet gate', 'gate', 'no'],
    ['-via:leet gate', 'g4te', 'no'],
    ['-via:leet gate', 'gate', ['gate']],
    ['gate -wall', 'gate w4ll', 'no'],
    ['"grey gate"', 'g r e y gate', ['g r e y gate via spaced']],
    ['gate', '𝗴𝗮𝘁𝗲', ['𝗴𝗮𝘁𝗲 via styled']],
  ]);
});

describe('hashtags', () => {
  holds([
    ['"grey gate"', 'x #GreyGate', ['GreyGate via joined']],
    ['"grey gate"', 'x #grey_gate', ['grey_gate via joined']],
    ['"grey gate"', 'x #greygate', ['greygate via joined']],
    ['gate', '#GreyGate', ['Gate via joined']],
    ['greygate', '#GreyGate', ['GreyGate']],
    ['#GreyGate', 'x #GreyGate', ['#GreyGate']],
    ['#GreyGate', 'x #greygate', ['#greygate']],
    ['#GreyGate', 'GreyGate', 'no'],
    ['#GreyGate', 'grey gate', 'no'],
    ['#GreyGate', '#GreyGates', 'no'],
    ['hashtag:GreyGate', '#greygate', ['#greygate']],
    ['hashtag:#GreyGate', '#greygate', ['#greygate']],
    ['hashtag:gate', '#GreyGate', 'no'],
    ['#بوابة', 'x #بوابة', ['#بوابة']],
    ['"بوابة رمادية"', '#بوابة_رمادية', ['بوابة_رمادية via joined']],
    ['-#GreyGate gate', 'gate #greygate', 'no'],
  ]);
});

describe('fields', () => {
  const item: Partial<MatchInput> = {
    author: { id: 'u-7', handle: '@Bob.Example', name: 'Bob B' },
    source: { kind: 'feed', id: 'https://n.example/rss', title: 'North News' },
    kind: 'post',
    lang: 'ar-MA',
    url: 'https://www.News.example/a/b?c=1',
    links: ['https://Other.example/x'],
    media: [{ type: 'image' }, { type: 'video/mp4' }],
    publishedAt: '2026-05-02T23:30:00Z',
    replyTo: '1',
    forwardedFrom: 'x',
    editedAt: '2026-05-03T00:00:00Z',
  };
  const yes = [
    'from:bob.example',
    'from:@Bob.Example',
    'from:U-7',
    'from:"bob b"',
    'source:feed',
    'source:"north news"',
    'source:https://n.example/rss',
    'kind:post',
    'kind:POST',
    'lang:ar',
    'lang:ar-MA',
    'LANG:AR',
    'url:news.example/a',
    'url:b?c=1',
    'url:other.example',
    'url:in.example/text',
    'domain:news.example',
    'domain:www.news.example',
    'domain:example',
    'domain:other.example',
    'domain:in.example',
    'has:media',
    'has:image',
    'has:video',
    'has:link',
    'is:reply',
    'is:forward',
    'is:edited',
    'since:2026-05-02',
    'until:2026-05-02',
    'since:2026-05-01 until:2026-05-03',
    '-from:anna is:reply',
    '-has:audio is:reply',
    '-is:deleted is:reply',
  ];
  const no = [
    'from:bob',
    'from:example',
    'source:north',
    'kind:article',
    'lang:fr',
    'lang:ar-EG',
    'url:nowhere',
    'domain:ws.example',
    'domain:a.news.example',
    'has:audio',
    'is:deleted',
    'since:2026-05-03',
    'until:2026-05-01',
    '-is:reply is:edited',
  ];
  holds(yes.map((query): Case => [query, 'see https://in.example/text', [], item]));
  holds(no.map((query): Case => [query, 'see https://in.example/text', 'no', item]));
  holds(
    [
      'from:bob',
      'source:feed',
      'kind:post',
      'lang:ar',
      'url:x',
      'domain:x.example',
      'has:media',
      'has:link',
      'is:reply',
      'since:2020-01-01',
      'until:2030-01-01',
      'title:x',
    ].map((query): Case => [query, 'x without fields', 'no']),
  );
});
