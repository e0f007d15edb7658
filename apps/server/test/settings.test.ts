import { describe, expect, it } from 'vitest';
import { jsonLog } from '../src/log.js';
import { settingsFrom } from '../src/settings.js';

describe('settings from the environment', () => {
  it('are safe when nothing is set', () => {
    expect(settingsFrom({})).toEqual({
      publicUrl: undefined,
      trustProxy: false,
      metricsToken: undefined,
      allowPrivate: false,
    });
  });

  it('take a public address', () => {
    expect(settingsFrom({ VEDETTE_PUBLIC_URL: 'https://vedette.example' }).publicUrl?.origin).toBe(
      'https://vedette.example',
    );
  });

  it.each([
    ['VEDETTE_PUBLIC_URL', 'vedette.example'],
    ['VEDETTE_PUBLIC_URL', 'ftp://vedette.example'],
    ['VEDETTE_PUBLIC_URL', 'https://vedette.example/below'],
    ['VEDETTE_TRUST_PROXY', 'perhaps'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => settingsFrom({ [name]: value })).toThrow(name);
  });
});

it('the log is one JSON object a line, whatever a message holds', () => {
  const lines: string[] = [];
  jsonLog(
    (line) => lines.push(line),
    () => 0,
  )('info', 'two\nlines', { id: 'x"y' });
  expect(lines).toEqual(['{"time":"1970-01-01T00:00:00.000Z","level":"info","message":"two\\nlines","id":"x\\"y"}']);
});
