import { describe, expect, it } from 'vitest';
import type { Item } from '@vedette/contract';
import { whatsappExportSource } from '../../src/whatsapp-export/index.js';
import { fileOf, read } from '../read-text.js';

const lrm = '\u200e';
const narrow = '\u202f';

async function itemsOf(
  text: string | Uint8Array,
  name = 'WhatsApp Chat with Lantern Walk.txt',
): Promise<readonly Item[]> {
  const { items, rejected } = await read(whatsappExportSource, fileOf(name, text));
  expect(rejected).toEqual([]);
  return items;
}

const days = (dates: readonly string[], rest = 'Ana: hi') =>
  itemsOf(dates.map((date) => `${date} - ${rest}\n`).join('')).then((items) =>
    items.map((item) => item.publishedAt?.slice(0, 10)),
  );
const media = async (text: string) => (await itemsOf(`[13/03/2022, 21:00:00] Ana: ${text}\n`, '_chat.txt'))[0]?.media;
const sure = (text: string, name = 'a.txt') => whatsappExportSource.detect?.(fileOf(name, text)) ?? 0;
const head = (minute: number) => `[13/03/2022, 21:${String(minute)}:00] `;

/** The same two messages as phones in many places write them: 13 and 14 March 2022, 21:05 (and 9:30 in the morning). */
const locales: readonly (readonly [string, string, string])[] = [
  ['en-GB Android', '13/03/2022, 21:05 - ', '14/03/2022, 09:30 - '],
  ['en-US Android', `3/13/22, 9:05${narrow}PM - `, `3/14/22, 9:30${narrow}AM - `],
  ['en-US 24 h', '3/13/22, 21:05 - ', '3/14/22, 09:30 - '],
  ['en-US iPhone', `[3/13/22, 9:05:00${narrow}PM] `, `[3/14/22, 9:30:00${narrow}AM] `],
  ['en-CA', '2022-03-13, 9:05 p.m. - ', '2022-03-14, 9:30 a.m. - '],
  ['en-ZA', '2022/03/13, 9:05 pm - ', '2022/03/14, 9:30 am - '],
  ['en-IN', '13/03/22, 9:05 pm - ', '14/03/22, 9:30 am - '],
  ['de', '13.03.22, 21:05 - ', '14.03.22, 09:30 - '],
  ['de with Uhr', '13.03.22, 21:05 Uhr - ', '14.03.22, 09:30 Uhr - '],
  ['de iPhone', '[13.03.22, 21:05:00] ', '[14.03.22, 09:30:00] '],
  ['es', '13/3/22 21:05 - ', '14/3/22 9:30 - '],
  ['es 12 h', '13/3/2022, 9:05 p. m. - ', '14/3/2022, 9:30 a. m. - '],
  ['es 12 h with no-break spaces', '13/3/2022, 9:05\u00a0p.\u00a0m. - ', '14/3/2022, 9:30\u00a0a.\u00a0m. - '],
  ['fr', '13/03/2022 à 21:05 - ', '14/03/2022 à 09:30 - '],
  ['fr with h', '13/03/2022 21 h 05 - ', '14/03/2022 09 h 30 - '],
  ['pt-BR', '13/03/2022 21:05 - ', '14/03/2022 09:30 - '],
  ['it', '13/03/22, 21:05 - ', '14/03/22, 09:30 - '],
  ['nl', '13-03-2022 21:05 - ', '14-03-2022 09:30 - '],
  ['da', '13.03.2022 21.05 - ', '14.03.2022 09.30 - '],
  ['fi', '13.3.2022 klo 21.05 - ', '14.3.2022 klo 9.30 - '],
  ['sv', '2022-03-13 21:05 - ', '2022-03-14 09:30 - '],
  ['hu', '2022. 03. 13. 21:05 - ', '2022. 03. 14. 9:30 - '],
  ['sk', '13. 3. 2022, 21:05 - ', '14. 3. 2022, 9:30 - '],
  ['bg', '13.03.22 г., 21:05 - ', '14.03.22 г., 9:30 - '],
  ['ru', '13.03.2022, 21:05 - ', '14.03.2022, 09:30 - '],
  ['tr', '13.03.2022 21:05 - ', '14.03.2022 09:30 - '],
  ['tr 12 h', '13.03.2022 ÖS 9:05 - ', '14.03.2022 ÖÖ 9:30 - '],
  ['el', '13/3/22, 9:05 μ.μ. - ', '14/3/22, 9:30 π.μ. - '],
  ['id', '13/03/22 21.05 - ', '14/03/22 09.30 - '],
  ['vi', '21:05, 13/03/2022 - ', '09:30, 14/03/2022 - '],
  ['vi iPhone', '[21:05:00, 13/3/22] ', '[09:30:00, 14/3/22] '],
  ['th', '13/3/2565 21:05 - ', '14/3/2565 09:30 - '],
  ['th iPhone', '[3/13/2565 BE, 21:05:00] ', '[3/14/2565 BE, 09:30:00] '],
  ['ja', '2022/03/13 21:05 - ', '2022/03/14 9:30 - '],
  ['ja era', '[3/13/R4, 21:05:00] ', '[3/14/R4, 9:30:00] '],
  ['ko', '2022. 3. 13. 오후 9:05 - ', '2022. 3. 14. 오전 9:30 - '],
  ['ko in words', '2022년 3월 13일 오후 9:05 - ', '2022년 3월 14일 오전 9:30 - '],
  ['zh', '2022/3/13 下午9:05 - ', '2022/3/14 上午9:30 - '],
  ['zh iPhone', '[2022/3/13 下午9:05:00] ', '[2022/3/14 上午9:30:00] '],
  ['zh in words', '2022年3月13日 晚上9:05 - ', '2022年3月14日 早上9:30 - '],
  ['ar', '13\u200f/3\u200f/2022، 9:05 م - ', '14\u200f/3\u200f/2022، 9:30 ص - '],
  ['ar iPhone', '\u200f[١٣/٣/٢٠٢٢، ٩:٠٥:٠٠ م] ', '\u200f[١٤/٣/٢٠٢٢، ٩:٣٠:٠٠ ص] '],
  ['ar-MA', '13/03/2022، 21:05 - ', '14/03/2022، 09:30 - '],
  ['fa', '۱۳/۳/۲۰۲۲،‏ ۲۱:۰۵ - ', '۱۴/۳/۲۰۲۲،‏ ۹:۳۰ - '],
  ['fa solar years', '[۱۴۰۰/۱۲/۲۲،‏ ۲۱:۰۵:۰۰] ', '[۱۴۰۰/۱۲/۲۳،‏ ۹:۳۰:۰۰] '],
  ['he', '13.3.2022, 21:05 - ', '14.3.2022, 9:30 - '],
  ['he 12 h', '[13.3.2022, 9:05:00 אחה״צ] ', '[14.3.2022, 9:30:00 לפנה״צ] '],
  ['hi', '13/3/22, 9:05 pm - ', '14/3/22, 9:30 am - '],
  ['mr', '१३/३/२२, ९:०५ PM - ', '१४/३/२२, ९:३० AM - '],
  ['bn', '১৩/৩/২২, ৯:০৫ PM - ', '১৪/৩/২২, ৯:৩০ AM - '],
  ['old iPhone', '13/03/2022 21:05:00: ', '14/03/2022 09:30:00: '],
  ['copied from the desktop', '[13/03/2022, 21:05] ', '[14/03/2022, 09:30] '],
];

describe('dates of many places', () => {
  it.each(locales)('%s', async (_place, first, second) => {
    const items = await itemsOf(`${first}Ana: hello\n${second}Ben: good\nmorning: all\n`);
    expect(items.map(({ publishedAt, author, text }) => [publishedAt, author?.name, text])).toEqual([
      ['2022-03-13T21:05:00Z', 'Ana', 'hello'],
      ['2022-03-14T09:30:00Z', 'Ben', 'good\nmorning: all'],
    ]);
  });

  it('learns the order from a chat that goes forward', async () => {
    await expect(days(['01/02/20, 10:00', '05/02/20, 10:00', '03/03/20, 10:00'])).resolves.toEqual([
      '2020-02-01',
      '2020-02-05',
      '2020-03-03',
    ]);
    await expect(days(['1/9/20, 10:00', '1/11/20, 10:00', '2/1/20, 10:00'])).resolves.toEqual([
      '2020-01-09',
      '2020-01-11',
      '2020-02-01',
    ]);
  });

  it('learns it from the date in the name of an attachment', async () => {
    await expect(days(['05/03/2020, 10:00'], 'Ana: IMG-20200305-WA0001.jpg (file attached)')).resolves.toEqual([
      '2020-03-05',
    ]);
    await expect(days(['05/03/2020, 10:00'], 'Ana: IMG-20200503-WA0001.jpg (file attached)')).resolves.toEqual([
      '2020-05-03',
    ]);
  });

  it('reads years of two digits that stand first', async () => {
    await expect(days(['22/03/13, 10:00', '22/03/31, 10:00'])).resolves.toEqual(['2022-03-13', '2022-03-31']);
  });

  it('names the zone that it assumed', async () => {
    const { items } = await read(whatsappExportSource, fileOf('_chat.txt', '[13.07.22, 21:05:09] Ana: hi'), {
      zone: 'Europe/Berlin',
    });
    expect(items[0]).toMatchObject({ publishedAt: '2022-07-13T19:05:09Z', publishedAtAssumedZone: 'Europe/Berlin' });
  });
});

describe('messages', () => {
  it('are whole: blank lines, dates, colons and heads of another form are text', async () => {
    const text = 'one\n\n12.05.2020 10:00 - bring: soup\n[12/5, 10:00] Ben: copied\n';
    const items = await itemsOf(`13/03/2022, 21:05 - Ana: ${text}\n13/03/2022, 21:06 - Ben: yes\n`);
    expect(items.map((item) => item.text)).toEqual([text, 'yes']);
  });

  it('keep heads that were pasted from an older chat', async () => {
    const pasted = 'look:\n10/02/2022, 09:00 - Ben: soup?\n10/02/2022, 09:01 - Cem: bread';
    const items = await itemsOf(
      `12/03/2022, 21:00 - Ben: evening\n13/03/2022, 21:05 - Ana: ${pasted}\n13/03/2022, 21:06 - Ben: yes\n`,
    );
    expect(items.map((item) => item.text)).toEqual(['evening', pasted, 'yes']);
  });

  it('keep heads of the same day that stand in the chat already', async () => {
    const pasted = '[13/03/2022, 09:00:10] Ben: who brings soup?\n[13/03/2022, 09:01:10] Cem: me of course';
    const items = await itemsOf(
      `[13/03/2022, 09:00:10] Ben: who brings soup?\n[13/03/2022, 09:01:10] Cem: me of course\n` +
        `[13/03/2022, 21:05:00] Ana: ${pasted}\n[13/03/2022, 21:06:00] Ben: yes\n`,
      '_chat.txt',
    );
    expect(items.map((item) => item.text)).toEqual(['who brings soup?', 'me of course', pasted, 'yes']);
  });

  it('tell a message that came late from a pasted one', async () => {
    const items = await itemsOf(
      '12/03/2022, 21:00 - Ben: evening\n13/03/2022, 21:05 - Ana: hi\n13/03/2022, 20:01 - Ben: late\n13/03/2022, 21:06 - Ana: so late\n',
    );
    expect(items.map((item) => item.text)).toEqual(['evening', 'hi', 'late', 'so late']);
  });

  it('end with CR LF on iPhones, and then only heads behind it count', async () => {
    const chat = Array.from(
      { length: 12 },
      (_, place) => `${head(10 + place)}Ana: line ${String(place)}\nand more\r\n`,
    ).join('');
    const items = await itemsOf(
      `${chat}${head(30)}Ben: see\n${head(31)}Ana: pasted\r\n${head(32)}Ben: ok\r\n`,
      '_chat.txt',
    );
    expect(items).toHaveLength(14);
    expect(items[0]?.text).toBe('line 0\nand more');
    expect(items[12]?.text).toBe(`see\n${head(31)}Ana: pasted`);
  });

  it('have names with colons, numbers between marks, tildes and nothing behind them', async () => {
    const items = await itemsOf(
      [
        '13/03/2022, 21:00 - Team: Red: one',
        '13/03/2022, 21:01 - Team: Red: two',
        '13/03/2022, 21:02 - Team: Red: three',
        '13/03/2022, 21:03 - \u202a+32 470 00 00 01\u202c: four',
        '13/03/2022, 21:04 - \u2068~ Ana\u2069: five',
        '13/03/2022, 21:05 - Ben:',
        '13/03/2022, 21:06 - Ben: note: seven',
      ].join('\r\n'),
    );
    expect(items.map((item) => [item.author?.name, item.text])).toEqual([
      ['Team: Red', 'one'],
      ['Team: Red', 'two'],
      ['Team: Red', 'three'],
      ['+32 470 00 00 01', 'four'],
      ['~ Ana', 'five'],
      ['Ben', ''],
      ['Ben', 'note: seven'],
    ]);
  });

  it('without a name are lines of WhatsApp, also where a quotation holds a colon', async () => {
    const items = await itemsOf(
      [
        '13/03/2022, 21:00 - Messages and calls are end-to-end encrypted. Tap to learn more.',
        '13/03/2022, 21:01 - Ana created group "Walk: evening"',
        '13/03/2022, 21:02 - Ana a changé le sujet : de « Walk: one » à « two »',
        '13/03/2022, 21:02 - Ben changed the subject from “a: b” to “c”',
        '13/03/2022, 21:03 - Ana: hi',
      ].join('\n'),
    );
    expect(items.map((item) => item.kind)).toEqual(['service', 'service', 'service', 'service', 'message']);
    expect(items[1]).not.toHaveProperty('author');
  });
});

describe('attachments', () => {
  it.each([
    [`${lrm}<attached: 00000003-PHOTO-2022-03-13-21-00-00.jpg>`, 'image', '00000003-PHOTO-2022-03-13-21-00-00.jpg'],
    [`${lrm}<Anhang: 00000004-AUDIO-2022-03-13-21-00-00.opus>`, 'audio', '00000004-AUDIO-2022-03-13-21-00-00.opus'],
    [
      `${lrm}<المُرفق: 00000005-STICKER-2022-03-13-21-00-00.webp>`,
      'sticker',
      '00000005-STICKER-2022-03-13-21-00-00.webp',
    ],
    [
      `${lrm}<添付ファイル： 00000006-VIDEO-2022-03-13-21-00-00.mp4>`,
      'video',
      '00000006-VIDEO-2022-03-13-21-00-00.mp4',
    ],
    [`plan • ${lrm}3 pages ${lrm}<pièce jointe : 00000007-plan (1).pdf>`, 'document', '00000007-plan (1).pdf'],
    ['IMG-20220313-WA0001.jpg (file attached)\na caption', 'image', 'IMG-20220313-WA0001.jpg'],
    [`${lrm}PTT-20220313-WA0002.opus (الملف مرفق)`, 'audio', 'PTT-20220313-WA0002.opus'],
    ['STK-20220313-WA0003.webp (archivo adjunto)', 'sticker', 'STK-20220313-WA0003.webp'],
    ['Ana B.vcf (Datei angehängt)', 'contact', 'Ana B.vcf'],
    ['plan.pdf (fichier joint)', 'document', 'plan.pdf'],
    ['IMG-20220313-WA0001.jpg（文件附件）', 'image', 'IMG-20220313-WA0001.jpg'],
  ])('%j', async (text, type, file) => {
    await expect(media(text)).resolves.toEqual([{ type, file }]);
  });

  it.each([
    ['<Media omitted>', 'unknown'],
    [`${lrm}<Médias omis>`, 'unknown'],
    ['<تم استبعاد الوسائط>', 'unknown'],
    ['<メディアは含まれていません>', 'unknown'],
    [`${lrm}image omitted`, 'image'],
    [`see this ${lrm}Bild weggelassen`, 'image'],
    ['वीडियो छोड़ा गया', 'video'],
    ['Resume.pdf • 2 pages document omitted', 'document'],
    ['Some file.txt đã bỏ qua tài liệu', 'document'],
    [`${lrm}تم حذف الملصقات`, 'sticker'],
  ])('%j was left out', async (text, type) => {
    await expect(media(text)).resolves.toEqual([{ type }]);
  });

  it.each([
    '<evil laugh>',
    'I said image omitted yesterday',
    'see a.jpg (it is nice)',
    '<3 you',
    'x <b>bold</b>',
    'a (b)',
  ])('%j is none', async (text) => {
    await expect(media(text)).resolves.toBeUndefined();
  });
});

describe('ids', () => {
  const lines = Array.from({ length: 9 }, (_, place) => `0${String(place + 1)}/02/2022, 21:00 - Ana: message\n`);

  it('are repeated by a later, longer export, under another name, and told apart by an ordinal', async () => {
    const shorter = await itemsOf(lines.slice(0, 3).join(''), 'a.txt');
    const longer = await itemsOf(
      `${lines.join('')}25/02/2022, 21:00 - Ben: last\n25/02/2022, 21:00 - Ben: last\n`,
      'x/_chat.txt',
    );
    expect(longer.slice(0, 3).map((item) => item.id)).toEqual(shorter.map((item) => item.id));
    expect(new Set(longer.map((item) => item.id)).size).toBe(longer.length);
  });
});

describe('damage', () => {
  it('is told with its place, and the rest is read', async () => {
    const text = 'what is this\nand this\n13/03/2022, 21:00 - Ana: hi\n';
    const { items, rejected } = await read(whatsappExportSource, fileOf('a.txt', text));
    expect(items.map((item) => item.text)).toEqual(['hi']);
    expect(rejected).toMatchObject([{ where: 'a.txt:1', reason: 'lines 1 to 2 belong to no message' }]);
  });

  it('a message over the limit ends, and the next is read', async () => {
    const text = `13/03/2022, 21:00 - Ana: hi\n${'x'.repeat(1_000)}\n`.concat(
      `${'y'.repeat(999)}\n`.repeat(1_200),
      '13/03/2022, 21:01 - Ben: yes\n',
    );
    const { items, rejected } = await read(whatsappExportSource, fileOf('a.txt', text));
    expect(items).toHaveLength(2);
    expect(rejected).toHaveLength(1);
  });

  it('other charsets are read', async () => {
    const text = '\ufeff13/03/2022, 21:00 - Ana: salut à tous\r\n';
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le')]) {
      expect((await itemsOf(bytes)).map((item) => item.text)).toEqual(['salut à tous']);
    }
  });
});

describe('detection', () => {
  it('knows a chat by its content, and what is none', () => {
    expect(sure('13/03/2022, 21:00 - Ana: hi\n')).toBeGreaterThan(0.8);
    expect(sure('[13/03/2022, 21:00:00] Ana: hi\n', '_chat.txt')).toBeGreaterThan(0.9);
    expect(sure('2022-03-13 21:00:01 - INFO: started\n2022-03-13 21:00:02 - ERROR: ended\n')).toBe(0);
    expect(sure('13/03/2022,21:00,Ana,1,hi\n')).toBe(0);
    expect(sure('{"a": 1}')).toBe(0);
    expect(sure('Dear all,\nwe meet on 13/03/2022.\n')).toBe(0);
  });
});
