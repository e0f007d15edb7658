import { sources } from '@vedette/sources';
import { sourceConformance } from '@vedette/testing';
import { describe, expect, it } from 'vitest';
import { whatsappExportSource } from '../../src/whatsapp-export/index.js';

const android = [
  '13/03/2022, 21:00 - Messages and calls are end-to-end encrypted.',
  '13/03/2022, 21:01 - Ana: hello\nall',
  '13/03/2022, 21:02 - Ben: IMG-20220313-WA0001.jpg (file attached)',
].join('\n');
const iphone = '\u200e[13.03.22, 21:00:00] Ana: \u200eBild weggelassen\r\n[14.03.22, 21:00:00] Ben: später\r\n';

describe('conformance', () => {
  // the built form, whose errors are those that the suite knows
  const definition = sources.find((source) => source.kind === 'whatsapp-export') ?? whatsappExportSource;
  const files = [
    { name: 'WhatsApp Chat with Walk.txt', content: Buffer.from(android), items: 3 },
    { name: '_chat.txt', content: Buffer.from(iphone), items: 2 },
  ];
  it.each(sourceConformance({ definition, files }))('$name', ({ run }) => expect(run()).resolves.toBeUndefined());
});
