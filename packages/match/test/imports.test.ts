import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  decodeFile,
  formatFinding,
  importWatchlist,
  parseQuery,
  readWatchlist,
  writeWatchlist,
  type ReadWatchlist,
} from '../src/index.js';

const lines = ({ findings }: ReadWatchlist): readonly string[] =>
  findings.map((finding) => formatFinding(finding, 'f'));

describe('the consolidated list of the UN', () => {
  const file = readFileSync(new URL('fixtures/un-list.xml', import.meta.url), 'utf8');
  const read = importWatchlist(file, 'un');

  test('gives one rule for each organisation, with all names that can stand alone', () => {
    expect(read.watchlist).toEqual({
      name: 'UN Security Council list of 2031-02-03',
      rules: [
        {
          id: 'XXe.001',
          query:
            '"GREY GATE MOVEMENT" OR "NORTH & SOUTH LANTERN" OR "حركة البوابة الرمادية" OR "Puerta Gris" OR "Greygatians"',
          note: 'GREY GATE MOVEMENT (GGM) ; NORTH & SOUTH LANTERN; not looked for alone: GGM; The Gate',
          basis: 'UN Security Council Consolidated List, XXe.001, Invented, listed on 2030-01-02, list of 2031-02-03',
        },
      ],
    });
  });

  test('proposes everyday words and short names instead of looking for them, and never reads individuals', () => {
    expect(lines(read)).toEqual([
      'f:1:1: 1 individuals are passed over: only organisations are looked for',
      'f:16:19: rule XXe.001: "GGM" is too short to be told from other words; add it by hand if it is meant',
      'f:21:58: rule XXe.001: "The Gate" is an everyday word; add it by hand if it is meant',
      'f:26:5: rule XXe.002: no name is left that can be looked for alone; there is no rule for it',
      'f:28:19: rule XXe.002: "LA LANTERNE" is an everyday word; add it by hand if it is meant',
    ]);
    expect(read.findings.every(({ level }) => level === 'warning')).toBe(true);
  });

  test('is told from any other file', () => {
    expect(lines(importWatchlist('<html><p>x', 'un'))).toEqual([
      'f:1:1: this is no consolidated list of the UN Security Council: there is no element CONSOLIDATED_LIST',
    ]);
  });
});

/** A workbook as spreadsheets write it; `cells` in the form of the sheet's XML. */
function workbook(rows: string, shared: readonly string[] = []): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<x:workbook><sheets><sheet name="Terms" sheetId="1" r:id="rId3"/></sheets></x:workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId3" Target="worksheets/sheet7.xml"/></Relationships>',
    ),
    'xl/styles.xml': strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    'xl/sharedStrings.xml': strToU8(`<sst>${shared.map((text) => `<si><r><t>${text}</t></r></si>`).join('')}</sst>`),
    'xl/worksheets/sheet7.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
}

const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('spreadsheets', () => {
  test('with the columns of a watchlist are one, and each bad row is named by row and column', () => {
    const bytes = workbook(
      `<row r="1">${inline('A1', 'ID')}${inline('B1', 'Query')}${inline('D1', 'until')}${inline('E1', 'must not')}</row>` +
        `<row r="3"><c r="A3"><v>7</v></c><c r="B3" t="s"><v>0</v></c><c r="D3" s="1"><v>47484</v></c>${inline('E3', 'a|b')}</row>` +
        `<row r="4">${inline('A4', 'r2')}${inline('B4', 'grey OR')}</row>` +
        `<row r="5">${inline('A5', 'r3')}${inline('B5', 'door')}${inline('D5', 'soon')}</row>`,
      ['&quot;grey gate&quot;'],
    );
    const read = importWatchlist(bytes, 'xlsx', 'dir/My list.xlsx');
    expect(read.watchlist).toEqual({
      name: 'My list',
      rules: [{ id: '7', query: '"grey gate"', until: '2030-01-01', mustNot: ['a', 'b'] }],
    });
    expect(lines(read)).toEqual([
      'f:4:2: rule r2: OR needs a term on both sides; try: grey',
      'f:5:4: rule r3: until must be a day such as 2027-01-01',
    ]);
  });

  test('with one column are a list of terms', () => {
    const rows = ['grey gate', '+++', '#GreyGate'].map(
      (term, index) => `<row>${inline(`B${String(index + 1)}`, term)}</row>`,
    );
    const read = importWatchlist(workbook(rows.join('')), 'xlsx');
    expect(read.watchlist.rules.map(({ query }) => query)).toEqual(['"grey gate"', '#GreyGate']);
    expect(lines(read)).toEqual(['f:2:2: there is no letter, digit or emoji in +++']);
  });

  test('that are none are said to be none', () => {
    expect(lines(importWatchlist('grey gate', 'xlsx'))).toEqual(['f:1:1: it is no workbook of the form XLSX']);
    expect(lines(importWatchlist(zipSync({ 'a.txt': strToU8('x') }), 'xlsx'))).toHaveLength(1);
  });
});

function attribute(type: string, value: string, more: object = {}): object {
  return {
    type,
    value,
    to_ids: true,
    ...more,
  };
}

describe('MISP', () => {
  test('events give a rule for each attribute that can be looked for', () => {
    const event = {
      info: 'Grey Gate campaign',
      uuid: 'u1',
      Tag: [{ name: 'tlp:clear' }],
      Attribute: [
        attribute('text', 'join the "grey" gate', { comment: 'a slogan', Tag: [{ name: 'lang:en' }] }),
        attribute('comment', 'lantern night', { to_ids: false }),
        attribute('domain', 'Gate.example'),
        attribute('hostname|port', 'www.gate.example|443'),
        attribute('url', 'https://gate.example/join (now)/'),
        attribute('twitter-id', '@greygate'),
        attribute('sha256', '00'),
        attribute('full-name', 'Invented Person'),
        attribute('text', 'old', { deleted: true }),
        { type: 'text' },
      ],
      Object: [{ name: 'microblog', Attribute: [attribute('text', 'the gate opens')] }],
    };
    const read = importWatchlist(JSON.stringify({ response: [{ Event: event }] }, undefined, 1), 'misp');
    const rest = { note: 'tags: tlp:clear', basis: 'MISP event Grey Gate campaign (u1)' };
    expect(read.watchlist.name).toBe('Grey Gate campaign');
    expect(read.watchlist.rules).toEqual([
      { id: 'join-the-grey-gate', query: '"join the grey gate"', ...rest, note: 'a slogan; tags: tlp:clear, lang:en' },
      { id: 'lantern-night', query: '"lantern night"', ...rest, action: 'digest' },
      { id: 'gate-example', query: 'domain:gate.example', ...rest },
      { id: 'www-gate-example-443', query: 'domain:www.gate.example', ...rest },
      { id: 'https-gate-example-join-now', query: 'url:"gate.example/join (now)"', ...rest },
      { id: 'greygate', query: 'from:greygate', ...rest },
      { id: 'the-gate-opens', query: '"the gate opens"', ...rest },
    ]);
    expect(read.findings.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'error: an attribute of type sha256 has nothing that can be looked for in posts; it is not usable',
      'error: an attribute of type full-name has nothing that can be looked for in posts; it is not usable',
      'warning: old was deleted; it is left out',
      'error: an attribute needs a type and a value',
    ]);
    expect(read.findings.every(({ line }) => line > 10)).toBe(true);
  });

  test('attributes may stand alone', () => {
    for (const file of [
      { Attribute: [attribute('text', 'gate')] },
      [attribute('text', 'gate')],
      { response: { Attribute: [attribute('text', 'gate')] } },
    ]) {
      expect(importWatchlist(JSON.stringify(file), 'misp').watchlist.rules.map(({ query }) => query)).toEqual([
        '"gate"',
      ]);
    }
  });

  test('warning lists of network addresses are not usable; regular expressions keep their slashes', () => {
    expect(lines(importWatchlist('{"type":"cidr","list":["10.0.0.0/8"]}', 'misp'))).toEqual([
      'f:1:23: a list of network addresses (cidr) has nothing that stands in posts; it is not usable',
    ]);
    const { watchlist } = importWatchlist(JSON.stringify({ type: 'regex', list: ['/gr[ae]y\\/a/i', 'x/y'] }), 'misp');
    expect(watchlist.rules.map(({ query }) => query)).toEqual([String.raw`/gr[ae]y\/a/`, String.raw`/x\/y/`]);
  });
});

describe('terms', () => {
  test('are taken from lines and tables as people paste them', () => {
    const read = importWatchlist('• grey gate\r\n1. “lantern” night?\r\ngrey gate\r\n', 'txt');
    expect(read.watchlist.rules.map(({ query }) => query)).toEqual(['"grey gate"', '"lantern night"']);
    expect(lines(read)).toEqual(['f:3:1: grey gate stands in the list before']);
    expect(importWatchlist('Term;Who\ngrey gate;x\n', 'csv').watchlist.rules).toEqual([
      { id: 'grey-gate', query: '"grey gate"' },
    ]);
    expect(importWatchlist('query\ngrey OR gate\n', 'csv').watchlist.rules).toEqual([
      { id: 'grey-or-gate', query: 'grey OR gate' },
    ]);
  });
});

test('files of other encodings are read', () => {
  const utf16 = Buffer.from('\ufeffgrey gate', 'utf16le');
  expect(decodeFile(utf16)).toBe('grey gate');
  expect(decodeFile(Buffer.from(utf16).swap16())).toBe('grey gate');
  expect(decodeFile(Buffer.from('\ufeffé'))).toBe('é');
  expect(decodeFile(Buffer.from('abcd', 'utf16le'))).toBe('abcd');
});

test('what is imported can be written in every format and read back', () => {
  const { watchlist } = importWatchlist(readFileSync(new URL('fixtures/un-list.xml', import.meta.url)), 'un');
  for (const format of ['yaml', 'json', 'csv'] as const) {
    const again = readWatchlist(writeWatchlist(watchlist, format), { format, file: `${watchlist.name}.x` });
    expect(again).toMatchObject({ watchlist, findings: [] });
  }
  for (const { query } of watchlist.rules) expect(parseQuery(query).problems).toEqual([]);
});
