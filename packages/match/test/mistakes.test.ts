import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFinding, parseQuery, printQuery, readWatchlist } from '../src/index.js';

describe('what people type in other tools and on other keyboards is named and repaired', () => {
  test.each([
    ['[grey OR gate] wall', 0, '(grey OR gate) wall'],
    ['"grey gate"~3 wall', 11, 'grey NEAR/3 gate wall'],
    ['‘grey gate’ wall', 0, '"grey gate" wall'],
    ['«grey gate» wall', 0, '"grey gate" wall'],
    ['https://a.example/x wall', 0, 'url:https://a.example/x wall'],
    ['from: bob wall', 0, 'from:bob wall'],
    ['grey - museum', 5, 'grey -museum'],
    ['grey —museum', 5, 'grey -museum'],
    ['gate^2', 4, 'gate'],
    ['بوابة؟', 5, 'بوابة'],
    ['بوابة؛ رمادية', 5, 'بوابة رمادية'],
    ['grey＊', 4, 'grey*'],
    ['lang:english wall', 0, 'lang:en wall'],
    ['since:2026-05 wall', 0, 'since:2026-05-01 wall'],
    ['until:2026-02 wall', 0, 'until:2026-02-28 wall'],
    ['since:31/12/2026 wall', 0, 'since:2026-12-31 wall'],
    ['domain:* wall', 0, 'wall'],
    ['/a{1000}{1000}/', 0, '/a+/'],
    ['grey && gate', 5, 'grey gate'],
    ['!grey gate', 0, '-grey gate'],
  ])('%s', (query, start, repair) => {
    expect(parseQuery(query).problems[0]).toMatchObject({ start, repair });
    expect(parseQuery(repair).problems).toEqual([]);
  });
});

const good = [
  '"grey gate" -museum',
  'grey OR gate lantern',
  'a NEAR/5 b',
  '(grey gate) OR door',
  'from:bob gate',
  'lang:ar "بوابة رمادية"',
  'gat* OR lant?rn',
  'gate~1 -door',
  '/gr[ae]y/ gate',
  'since:2026-01-01 until:2026-02-01 x',
  'title:grey raw:gate',
  '#GreyGate OR hashtag:x',
  'via:leet gate',
  'a ONEAR/3 (b OR c)',
];
const damage = [
  ...Array.from('“”„«»‘’،؛؟（）【】[]{}"\'()*?~/\\-–—+!&|^:：#@%,;`＊～'),
  'OR',
  ' AND ',
  ' NOT ',
  ' NEAR ',
  'NEAR/',
  'near/3 ',
  '~2',
  'foo:',
  'from:',
  'via:',
  'since:',
  '/(/',
  '""',
  '()',
  '\0',
  '\ud800',
  '\u202e',
  '\n',
];
const broken = fc
  .tuple(
    fc.constantFrom(...good),
    fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...damage, '')), { minLength: 1, maxLength: 4 }),
  )
  .map(([query, changes]) =>
    changes.reduce((text, [at, sign]) => {
      const place = at % (text.length + 1);
      return sign === ''
        ? text.slice(0, place) + text.slice(place + 2)
        : text.slice(0, place) + sign + text.slice(place);
    }, query),
  );

test('every damage has places inside, and a repair that loads and stays as it is', () => {
  fc.assert(
    fc.property(broken, (query) => {
      const { ast, problems } = parseQuery(query);
      expect(ast !== undefined || problems.length > 0).toBe(true);
      for (const { start, end, repair } of problems) {
        expect(start >= 0 && start <= end && end <= query.length).toBe(true);
        expect(repair === undefined).toBe(ast === undefined);
      }
      const printed = ast === undefined ? undefined : printQuery(ast);
      const again = printed === undefined ? undefined : parseQuery(printed);
      expect({ printed, problems: again?.problems ?? [] }).toEqual({ printed, problems: [] });
      expect(again?.ast === undefined ? undefined : printQuery(again.ast)).toBe(printed);
    }),
    { numRuns: 3000 },
  );
});

function lines(text: string, format: 'yaml' | 'json' | 'csv'): readonly string[] {
  return readWatchlist(text, { format }).findings.map((finding) => formatFinding(finding, 'f'));
}

describe('places are those of the file, whatever its way to write', () => {
  test.each([
    ['yaml', "rules:\n  - id: r\n    query: 'it''s OR'\n", 'f:3:19'],
    ['yaml', 'rules:\n  - id: r\n    query: "a \\"b\\" OR"\n', 'f:3:21'],
    ['yaml', 'rules:\r\n  - id: r\r\n    query: gate OR\r\n', 'f:3:17'],
    ['yaml', '\ufeffrules:\n  - {id: r, query: gate OR}\n', 'f:2:25'],
    ['yaml', 'rules:\n  - id: r\n    query: |\n      gate\n      OR\n', 'f:5:7'],
    ['json', '{"rules":[\n{"id":"r","query":"\\u0061 \\"b\\" OR"}]}', 'f:2:33'],
    ['csv', 'id,query\nr,"""a b"" OR"\n', 'f:2:12'],
    ['csv', 'id;query\r\nr;gate OR\r\n', 'f:2:8'],
    ['csv', 'sep=;\nid;query\nr;gate OR\n', 'f:3:8'],
  ] as const)('%s %j', (format, text, place) => {
    expect(lines(text, format)[0]).toMatch(new RegExp(`^${place}: rule r: OR needs`, 'u'));
  });

  test('a quotation mark that is never closed costs its row only', () => {
    const text = 'id,query\na,"gate\nb,door\nc,"grey gate" -museum\n';
    const { watchlist, findings } = readWatchlist(text, { format: 'csv' });
    expect(watchlist.rules.map(({ id, query }) => [id, query])).toEqual([
      ['b', 'door'],
      ['c', '"grey gate" -museum'],
    ]);
    expect(findings[0]).toMatchObject({ level: 'error', rule: 'a', line: 2, column: 3 });
  });

  test('a tabulator in YAML costs only its rule', () => {
    const text = 'rules:\n  - id: a\n\tquery: x\n  - id: b\n    query: gate\n';
    const { watchlist, findings } = readWatchlist(text, { format: 'yaml' });
    expect(watchlist.rules).toEqual([{ id: 'b', query: 'gate' }]);
    expect(findings[0]).toMatchObject({ level: 'error', line: 3 });
  });
});
