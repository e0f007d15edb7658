import { createReadStream } from 'node:fs';

/** The floor that everybody pays who reads lines of JSON: cuts a file into lines and parses each. Run as a process. */
let rest = '';
let length = 0;
for await (const chunk of createReadStream(process.argv[2] ?? '', { encoding: 'utf8' })) {
  const lines = `${rest}${chunk}`.split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) length += JSON.parse(line).commit.record.text.length;
}
console.log(length);
