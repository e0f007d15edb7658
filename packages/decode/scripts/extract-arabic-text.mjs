// Arabic running text out of the packages named in training/NOTICE.md, one string a line.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
const arabic = /[\u0621-\u064a]{2}/;
const foreign =
  /[\u067e\u0686\u06a9\u06af\u06cc\u06d2\u06be\u06c1\u06ba\u0679\u0688\u0691\u06d0\u0695\u06b5\u06c6\u06d5\u0681\u0685\u0693\u069a]/;
const say = (s) => {
  const t = s
    .replace(/<[^>]*>/g, ' ')
    .replace(/&\w+;?/g, ' ')
    .replace(/\{[^{}]*\}/g, ' ')
    .replace(/%\w|\$\w+|\\n/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (arabic.test(t) && !foreign.test(t)) out.add(t);
};
const out = new Set();
function walk(p, f) {
  const s = statSync(p);
  if (s.isDirectory()) for (const n of readdirSync(p)) walk(join(p, n), f);
  else f(p);
}
function pak(b) {
  const v = b.readUInt32LE(0);
  let n, off;
  if (v === 5) {
    n = b.readUInt16LE(8);
    off = 12;
  } else {
    n = b.readUInt32LE(4);
    off = 9;
  }
  const enc = v === 5 ? b.readUInt8(4) : b.readUInt8(8);
  for (let i = 0; i < n; i++) {
    const s = b.readUInt32LE(off + i * 6 + 2),
      e = b.readUInt32LE(off + (i + 1) * 6 + 2);
    say(enc === 2 ? b.subarray(s, e).toString('utf16le') : b.subarray(s, e).toString('utf8'));
  }
}
function mo(b) {
  const n = b.readUInt32LE(8),
    t = b.readUInt32LE(16);
  for (let i = 0; i < n; i++) {
    const l = b.readUInt32LE(t + i * 8),
      o = b.readUInt32LE(t + i * 8 + 4);
    for (const s of b
      .subarray(o, o + l)
      .toString('utf8')
      .split('\0'))
      say(s);
  }
}
function arsc(b) {
  // the global string pool
  const at = 12;
  const count = b.readUInt32LE(at + 8),
    flags = b.readUInt32LE(at + 16),
    start = at + b.readUInt32LE(at + 20),
    utf8 = flags & 256;
  for (let i = 0; i < count; i++) {
    let o = start + b.readUInt32LE(at + 28 + i * 4);
    if (utf8) {
      const len = () => {
        let l = b[o++];
        if (l & 128) l = ((l & 127) << 8) | b[o++];
        return l;
      };
      len();
      const l = len();
      say(b.subarray(o, o + l).toString('utf8'));
    } else {
      let l = b.readUInt16LE(o);
      o += 2;
      if (l & 0x8000) {
        l = ((l & 0x7fff) << 16) | b.readUInt16LE(o);
        o += 2;
      }
      say(b.subarray(o, o + l * 2).toString('utf16le'));
    }
  }
}
function strings(t) {
  for (const m of t.matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/g)) {
    let s = m[1] ?? m[2];
    try {
      s = JSON.parse('"' + s.replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"') + '"');
    } catch {}
    say(s);
  }
}
const unzip = (p, inner) => execFileSync('unzip', ['-p', p, inner], { maxBuffer: 1 << 30 });
for (const p of process.argv.slice(2))
  walk(p, (f) => {
    if (/ar[^/]*\.pak$/.test(f)) pak(readFileSync(f));
    else if (f.endsWith('.mo')) mo(readFileSync(f));
    else if (f.endsWith('.apk')) arsc(unzip(f, 'resources.arsc'));
    else if (f.endsWith('.xpi')) {
      const names = execFileSync('unzip', ['-Z1', f], { maxBuffer: 1 << 28 })
        .toString()
        .split('\n');
      for (const n of names)
        if (/\.(ftl|properties|dtd|ini|json)$/.test(n))
          for (const line of unzip(f, n).toString('utf8').split('\n'))
            say(line.replace(/^[\w.-]+\s*=\s*/, '').replace(/<!ENTITY \S+/, ''));
    } else if (/\.(json|js|mjs|ts)$/.test(f)) strings(readFileSync(f, 'utf8'));
  });
process.stdout.write([...out].join('\n') + '\n');
