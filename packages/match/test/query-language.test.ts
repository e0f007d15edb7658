import { describe, expect, test } from 'vitest';
import { compileRules } from '../src/index.js';
import { found, spansOf } from './match-one.js';

describe('terms', () => {
  test('are whole words, whatever their case, accents and letter forms', () => {
    expect(found('ete', 'Un ÉTÉ, des étés')).toEqual(['ÉTÉ']);
    expect(found('strasse', 'Straße')).toEqual(['Straße']);
    expect(found('ŒUVRE', 'oeuvre')).toEqual(['oeuvre']);
    expect(found('wind', 'window')).toBeUndefined();
    expect(found('بوابه', 'بَوَّابـــة')).toEqual(['بَوَّابـــة via tatweel']);
  });

  test('end at punctuation of every kind', () => {
    expect(found('avion', "l'avion l’avion")).toEqual(['avion', 'avion']);
    expect(found("l'avion", 'l - avion')).toEqual(['l - avion']);
    expect(found('gate', 'grey_gate gate-keeper')).toEqual(['gate', 'gate']);
  });

  test('match anywhere in scripts without word spaces', () => {
    expect(found('東京', '私は東京都 東、京')).toEqual(['東京']);
    expect(found('คน', 'สวัสดีคนไทย')).toEqual(['คน']);
  });

  test('may be emoji, variation selectors ignored', () => {
    expect(found('❤', 'I ❤️ you')).toEqual(['❤️']);
    expect(found('🔥', 'no fire here')).toBeUndefined();
  });

  test('compare as asked with raw: and cs:', () => {
    expect(found('raw:été', 'ete ÉTÉ été')).toEqual(['ÉTÉ', 'été']);
    expect(found('raw:grey', 'gr\u200bey')).toBeUndefined();
    expect(found('cs:"NASA"', 'nasa NASA Nasa')).toEqual(['NASA']);
  });
});

describe('Arabic particles', () => {
  test('are attached or not, on each word of a phrase', () => {
    expect(found('بوابة', 'والبوابة للبوابة فبوابة')).toEqual(['والبوابة', 'للبوابة', 'فبوابة']);
    expect(found('"بوابة رمادية"', 'بالبوابة الرمادية')).toEqual(['بالبوابة الرمادية']);
  });

  test('leave three letters, and stay with a term that has them', () => {
    expect(found('يت', 'بيت')).toBeUndefined();
    expect(found('البوابة', 'بوابة وبالبوابة والبوابة')).toEqual(['والبوابة']);
  });
});

describe('operators', () => {
  test('bind: NEAR, then NOT, AND, OR', () => {
    expect(found('gate OR grey door', 'grey and gate')).toEqual(['gate']);
    expect(found('NOT a NEAR b c', 'c')).toEqual(['c']);
    expect(found('NOT a NEAR b c', 'a b c')).toBeUndefined();
    expect(found('(gate OR door) AND grey', 'a grey door')).toEqual(['grey', 'door']);
  });

  test('NOT excludes in both fields', () => {
    expect(found('gate -museum', 'gate', { title: 'Museum' })).toBeUndefined();
    expect(found('gate -museum', 'gate', { title: 'Market' })).toEqual(['gate']);
  });

  test('NEAR counts the words between, ONEAR keeps the order', () => {
    expect(found('grey NEAR gate', 'grey 1 2 3 4 gate')).toEqual(['grey', 'gate']);
    expect(found('grey NEAR gate', 'grey 1 2 3 4 5 gate')).toBeUndefined();
    expect(found('a ONEAR/1 b', 'b a x b')).toEqual(['a', 'b']);
    expect(found('"a b" NEAR/1 c', 'c x a, b')).toEqual(['c', 'a, b']);
    expect(found('a NEAR/0 b NEAR/0 c', 'b a x c')).toBeUndefined();
    expect(found('(a OR b) NEAR/0 c', 'b c a')).toEqual(['b', 'c', 'a']);
  });

  test('a phrase or NEAR stays within one field', () => {
    expect(found('"grey gate"', 'gate', { title: 'grey' })).toBeUndefined();
    expect(found('grey gate', 'gate', { title: 'grey' })).toEqual(['title:grey', 'gate']);
    expect(found('grey NEAR gate', 'gate', { title: 'grey' })).toBeUndefined();
  });
});

describe('patterns', () => {
  test('wildcards are any number of letters, or exactly one', () => {
    expect(found('gat*', 'gates gate gat ga')).toEqual(['gates', 'gate', 'gat']);
    expect(found('gate?', 'gates gatess gate')).toEqual(['gates']);
    expect(found('"grey gat*"', 'grey gates')).toEqual(['grey gates']);
    expect(found('gat*', 'الـ gatés')).toEqual(['gatés']);
  });

  test('~1 allows one edit or two neighbours swapped', () => {
    expect(found('gate~1', 'gates gat gaté gtae agte goto')).toEqual(['gates', 'gat', 'gaté', 'gtae', 'agte']);
  });

  test('a regex finds anywhere and ignores case unless told otherwise', () => {
    expect(found('/g.te+/', 'Gate gtee xgatex')).toEqual(['Gate', 'gate']);
    expect(found('/(?-i)gate/', 'Gate gate')).toEqual(['gate']);
    expect(found('/gr.y/', 'g\u200brey')).toEqual(['g\u200brey via invisible']);
  });
});

describe('hashtags', () => {
  test('read as their words, and as themselves', () => {
    expect(found('"grey gate"', '#GreyGate #grey_gate #greygate')).toEqual([
      'GreyGate via joined',
      'grey_gate via joined',
      'greygate via joined',
    ]);
    expect(found('greygate', '#GreyGate')).toEqual(['GreyGate']);
    expect(found('#GreyGate', 'GreyGate #greygate #Grey')).toEqual(['#greygate']);
    expect(found('#grey', '#GreyGate #grey')).toEqual(['#grey']);
    expect(found('hashtag:GreyGate', '#GREYGATE')).toEqual(['#GREYGATE']);
  });
});

describe('disguised text', () => {
  test.each([
    ['zero-width', 'gr\u200bey', 'invisible'],
    ['wide', 'ｇｒｅｙ', 'fullwidth'],
    ['styled', '𝐠𝐫𝐞𝐲', 'styled'],
    ['look-alike', 'grеy', 'homoglyph'],
    ['leet', 'gr3y', 'leet'],
    ['spaced', 'g r e y', 'spaced'],
    ['repeated', 'grrrey', 'repeated'],
    ['drawn out', 'greyyyy', 'repeated'],
    ['overlaid', 'g̶r̶e̶y̶', 'combining'],
  ])('%s is found where the author typed it, with the step it needed', (_, written, step) => {
    expect(found('grey', `the ${written} wall`)).toEqual([`${written} via ${step}`]);
    expect(found(`grey via:${step}`, `the ${written} wall, grey`)).toEqual([`${written} via ${step}`]);
    expect(found(`raw:grey`, `the ${written} wall`)).toBeUndefined();
  });

  test('payloads and turned text are found as a whole', () => {
    const packed = Buffer.from('the grey gate').toString('base64');
    expect(found('"grey gate"', `see ${packed}`)).toEqual([`${packed} via base64`]);
    expect(spansOf('gate', 'gur terl tngr vf bcra sbe lbh')).toEqual([
      { start: 9, end: 13, field: 'text', term: 'gate', via: ['rot'] },
    ]);
  });
});

describe('fields', () => {
  const item = {
    author: { handle: '@Bob.Example', name: 'Bob the Builder' },
    source: { kind: 'feed', id: 'https://news.example/rss', title: 'North News' },
    kind: 'article',
    lang: 'ar-MA',
    url: 'https://www.News.example/a?b=1',
    publishedAt: '2026-01-02T23:59:59Z',
    media: [{ type: 'image/png' }],
    replyTo: '1',
  };
  test.each([
    'from:bob.example',
    'from:@bob.example',
    'from:"bob the builder"',
    'source:"north news"',
    'source:feed',
    'kind:article',
    'lang:ar',
    'url:EXAMPLE/a?b',
    'domain:news.example',
    'domain:example.org',
    'has:media',
    'has:image',
    'has:link',
    'is:reply',
    'since:2026-01-02 until:2026-01-02',
    'title:grey',
    '-is:edited is:reply',
  ])('%s holds', (query) => {
    expect(found(query, 'see https://sub.example.org/x', { ...item, title: 'Grey' })).toBeDefined();
  });

  test.each([
    'from:bob',
    'lang:fr',
    'domain:s.example',
    'has:video',
    'since:2026-01-03',
    'until:2026-01-01',
    'title:see',
  ])('%s does not hold', (query) => {
    expect(found(query, 'see this', { ...item, title: 'Grey' })).toBeUndefined();
  });

  test('an Item without the field does not match', () => {
    expect(found('since:2000-01-01', 'x')).toBeUndefined();
    expect(found('lang:ar', 'x')).toBeUndefined();
  });
});

describe('rules', () => {
  test('read Items that state no language, or that nobody could tell', () => {
    const { matcher } = compileRules([{ id: 'ar', query: 'gate', lang: ['ar'] }]);
    const caught = (lang: string) => matcher.match({ id: 'x', text: 'gate', lang }).length;
    expect(['und', 'zxx', 'qme', 'mul', 'ar-MA', 'fr', 'quz'].map(caught)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  test('skip Items that state another language, and end on their day', () => {
    const rules = [
      { id: 'ar', query: 'gate', lang: ['ar'] },
      { id: 'old', query: 'gate', until: '2026-01-01' },
      { id: 'today', query: 'gate', until: '2026-01-02', severity: 'high' as const },
    ];
    const { matcher, expired } = compileRules(rules, { now: new Date('2026-01-02T12:00:00Z') });
    expect(expired).toEqual(['old']);
    expect(matcher.match({ id: 'x', text: 'gate', lang: 'fr' }).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['today', 'high'],
    ]);
    expect(matcher.match({ id: 'x', text: 'gate' }).map(({ rule }) => rule)).toEqual(['ar', 'today']);
  });

  test('with a mistake or a taken id do not stop the others', () => {
    const { matcher, problems } = compileRules([
      { id: 'a', query: 'grey OR' },
      { id: 'b', query: 'gate' },
      { id: 'b', query: 'door' },
    ]);
    expect(matcher.size).toBe(1);
    expect(problems.map(({ rule, repair }) => [rule, repair])).toEqual([
      ['a', 'grey'],
      ['b', undefined],
    ]);
  });
});
