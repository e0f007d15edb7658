/** The code pages of mainframes (EBCDIC): 256 characters each, by byte. IBM 037, and what the others change of it. */
const ibm037 =
  '\u0000\u0001\u0002\u0003\u009C\u0009\u0086\u007F\u0097\u008D\u008E\u000B\u000C\u000D\u000E\u000F' +
  '\u0010\u0011\u0012\u0013\u009D\u0085\u0008\u0087\u0018\u0019\u0092\u008F\u001C\u001D\u001E\u001F' +
  '\u0080\u0081\u0082\u0083\u0084\u000A\u0017\u001B\u0088\u0089\u008A\u008B\u008C\u0005\u0006\u0007' +
  '\u0090\u0091\u0016\u0093\u0094\u0095\u0096\u0004\u0098\u0099\u009A\u009B\u0014\u0015\u009E\u001A' +
  '\u0020\u00A0\u00E2\u00E4\u00E0\u00E1\u00E3\u00E5\u00E7\u00F1\u00A2\u002E\u003C\u0028\u002B\u007C' +
  '\u0026\u00E9\u00EA\u00EB\u00E8\u00ED\u00EE\u00EF\u00EC\u00DF\u0021\u0024\u002A\u0029\u003B\u00AC' +
  '\u002D\u002F\u00C2\u00C4\u00C0\u00C1\u00C3\u00C5\u00C7\u00D1\u00A6\u002C\u0025\u005F\u003E\u003F' +
  '\u00F8\u00C9\u00CA\u00CB\u00C8\u00CD\u00CE\u00CF\u00CC\u0060\u003A\u0023\u0040\u0027\u003D\u0022' +
  '\u00D8\u0061\u0062\u0063\u0064\u0065\u0066\u0067\u0068\u0069\u00AB\u00BB\u00F0\u00FD\u00FE\u00B1' +
  '\u00B0\u006A\u006B\u006C\u006D\u006E\u006F\u0070\u0071\u0072\u00AA\u00BA\u00E6\u00B8\u00C6\u00A4' +
  '\u00B5\u007E\u0073\u0074\u0075\u0076\u0077\u0078\u0079\u007A\u00A1\u00BF\u00D0\u00DD\u00DE\u00AE' +
  '\u005E\u00A3\u00A5\u00B7\u00A9\u00A7\u00B6\u00BC\u00BD\u00BE\u005B\u005D\u00AF\u00A8\u00B4\u00D7' +
  '\u007B\u0041\u0042\u0043\u0044\u0045\u0046\u0047\u0048\u0049\u00AD\u00F4\u00F6\u00F2\u00F3\u00F5' +
  '\u007D\u004A\u004B\u004C\u004D\u004E\u004F\u0050\u0051\u0052\u00B9\u00FB\u00FC\u00F9\u00FA\u00FF' +
  '\u005C\u00F7\u0053\u0054\u0055\u0056\u0057\u0058\u0059\u005A\u00B2\u00D4\u00D6\u00D2\u00D3\u00D5' +
  '\u0030\u0031\u0032\u0033\u0034\u0035\u0036\u0037\u0038\u0039\u00B3\u00DB\u00DC\u00D9\u00DA\u009F';

/** Code page → runs of [first byte, characters] that differ from IBM 037. */
const differences: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  cp500: [
    [0x4a, '\u005B'],
    [0x4f, '\u0021'],
    [0x5a, '\u005D'],
    [0x5f, '\u005E'],
    [0xb0, '\u00A2'],
    [0xba, '\u00AC\u007C'],
  ],
  cp1140: [[0x9f, '\u20AC']],
  cp1026: [
    [0x48, '\u007B'],
    [0x4a, '\u00C7'],
    [0x4f, '\u0021'],
    [0x5a, '\u011E\u0130'],
    [0x5f, '\u005E'],
    [0x68, '\u005B'],
    [0x6a, '\u015F'],
    [0x79, '\u0131'],
    [0x7b, '\u00D6\u015E'],
    [0x7f, '\u00DC'],
    [0x8c, '\u007D\u0060\u00A6'],
    [0xa1, '\u00F6'],
    [0xac, '\u005D\u0024\u0040'],
    [0xb0, '\u00A2'],
    [0xba, '\u00AC\u007C'],
    [0xc0, '\u00E7'],
    [0xcc, '\u007E'],
    [0xd0, '\u011F'],
    [0xdc, '\u005C'],
    [0xe0, '\u00FC'],
    [0xec, '\u0023'],
    [0xfc, '\u0022'],
  ],
  cp424: [
    [0x41, '\u05D0\u05D1\u05D2\u05D3\u05D4\u05D5\u05D6\u05D7\u05D8'],
    [0x51, '\u05D9\u05DA\u05DB\u05DC\u05DD\u05DE\u05DF\u05E0\u05E1'],
    [0x62, '\u05E2\u05E3\u05E4\u05E5\u05E6\u05E7\u05E8\u05E9'],
    [0x70, '\uFFFD\u05EA\uFFFD\uFFFD\u00A0\uFFFD\uFFFD\uFFFD\u2017'],
    [0x80, '\uFFFD'],
    [0x8c, '\uFFFD\uFFFD\uFFFD'],
    [0x9a, '\uFFFD\uFFFD\uFFFD'],
    [0x9e, '\uFFFD'],
    [0xaa, '\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD'],
    [0xcb, '\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD'],
    [0xdb, '\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD'],
    [0xeb, '\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD'],
    [0xfb, '\uFFFD\uFFFD\uFFFD\uFFFD'],
  ],
  cp875: [
    [0x41, '\u0391\u0392\u0393\u0394\u0395\u0396\u0397\u0398\u0399\u005B'],
    [0x4f, '\u0021'],
    [0x51, '\u039A\u039B\u039C\u039D\u039E\u039F\u03A0\u03A1\u03A3\u005D'],
    [0x5f, '\u005E'],
    [0x62, '\u03A4\u03A5\u03A6\u03A7\u03A8\u03A9\u03AA\u03AB\u007C'],
    [0x70, '\u00A8\u0386\u0388\u0389\u00A0\u038A\u038C\u038E\u038F'],
    [0x80, '\u0385'],
    [0x8a, '\u03B1\u03B2\u03B3\u03B4\u03B5\u03B6'],
    [0x9a, '\u03B7\u03B8\u03B9\u03BA\u03BB\u03BC\u00B4'],
    [
      0xaa,
      '\u03BD\u03BE\u03BF\u03C0\u03C1\u03C3\u00A3\u03AC\u03AD\u03AE\u03CA\u03AF\u03CC\u03CD\u03CB\u03CE\u03C2\u03C4\u03C5\u03C6\u03C7\u03C8',
    ],
    [0xcb, '\u03C9\u0390\u03B0\u2018\u2015'],
    [0xda, '\u00B1\u00BD\u001A\u0387\u2019\u00A6'],
    [0xe1, '\u001A'],
    [0xeb, '\u00A7\u001A\u001A\u00AB\u00AC'],
    [0xfb, '\u00A9\u001A\u001A\u00BB'],
  ],
};

const names: Readonly<Record<string, string>> = {
  ibm037: 'cp037', cp037: 'cp037', '037': 'cp037', 'ebcdic-cp-us': 'cp037', 'ebcdic-cp-ca': 'cp037', 'ebcdic-cp-wt': 'cp037', 'ebcdic-cp-nl': 'cp037',
  ibm039: 'cp037', csibm037: 'cp037', ibm500: 'cp500', cp500: 'cp500', '500': 'cp500', 'ebcdic-cp-be': 'cp500', 'ebcdic-cp-ch': 'cp500', csibm500: 'cp500',
  ibm1140: 'cp1140', cp1140: 'cp1140', '1140': 'cp1140', ibm1026: 'cp1026', cp1026: 'cp1026', '1026': 'cp1026', csibm1026: 'cp1026',
  ibm424: 'cp424', cp424: 'cp424', '424': 'cp424', 'ebcdic-cp-he': 'cp424', csibm424: 'cp424', cp875: 'cp875', ibm875: 'cp875', '875': 'cp875',
}; // prettier-ignore

/** Whether a document begins with `<?xm` in EBCDIC (XML 1.0, appendix F). */
export function beginsInEbcdic(bytes: Uint8Array): boolean {
  return bytes[0] === 0x4c && bytes[1] === 0x6f && bytes[2] === 0xa7 && bytes[3] === 0x94;
}

/** Decodes EBCDIC in the code page that the document declares; IBM 037 where it declares none that is known. */
export function decodeEbcdic(bytes: Uint8Array): { readonly text: string; readonly charset: string } {
  const head = decodeWith(bytes.subarray(0, 400), ibm037);
  const declared = /encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]?.toLowerCase() ?? '';
  const charset = names[declared] ?? 'cp037';
  const table = ibm037.split('');
  for (const [first, characters] of differences[charset] ?? [])
    table.splice(first, characters.length, ...characters.split(''));
  return { text: decodeWith(bytes, table.join('')), charset };
}

function decodeWith(bytes: Uint8Array, table: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const byte of bytes) {
    piece += table[byte] ?? '';
    if (piece.length >= 65_536) {
      pieces.push(piece);
      piece = '';
    }
  }
  // the line end of mainframes (NEL) is one of XML 1.1 only; feeds mean a line feed
  return [...pieces, piece].join('').replaceAll('\u0085', '\n');
}
