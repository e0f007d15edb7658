import { describe, expect, it } from 'vitest';
import { allowedHosts, checkHost, checkOrigin, type RequestOrigin } from '../src/http/origin-checks.js';

const forbidden = expect.objectContaining({ code: 'forbidden' });

function errorOf(run: () => void): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('the name that a request uses', () => {
  const names = allowedHosts('127.0.0.1', undefined);

  it.each(['localhost', 'localhost:8417', '127.0.0.1:8417', '[::1]:8417', 'LOCALHOST'])('%s is ours', (host) => {
    expect(errorOf(() => checkHost(host, names))).toBeUndefined();
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:8417',
    'evil.example@localhost',
    'localhost/evil.example',
    '',
    undefined,
  ])('%s is not', (host) => {
    expect(errorOf(() => checkHost(host, names))).toEqual(forbidden);
  });

  it('the public address counts, where one is set', () => {
    const behindProxy = allowedHosts('0.0.0.0', new URL('https://vedette.example'));
    expect(errorOf(() => checkHost('vedette.example', behindProxy))).toBeUndefined();
    expect(errorOf(() => checkHost('other.example', behindProxy))).toEqual(forbidden);
  });

  it('a server that listens everywhere without a name takes any', () => {
    expect(allowedHosts('0.0.0.0', undefined)).toBeUndefined();
  });
});

describe('where a request comes from', () => {
  const plain: RequestOrigin = {
    method: 'POST',
    host: 'localhost:8417',
    origin: undefined,
    fetchSite: undefined,
    contentType: 'application/json',
    marker: undefined,
  };
  const check = (change: Partial<RequestOrigin>): unknown =>
    errorOf(() => checkOrigin({ ...plain, ...change }, undefined));

  it.each<[string, Partial<RequestOrigin>]>([
    ['the console', { origin: 'http://localhost:8417', fetchSite: 'same-origin' }],
    ['an old browser on the console', { origin: 'http://localhost:8417' }],
    ['a program with JSON', {}],
    ['a program with the header', { contentType: undefined, marker: '1' }],
    ['reading, from anywhere', { method: 'GET', origin: 'https://evil.example', fetchSite: 'cross-site' }],
  ])('%s may', (_name, change) => {
    expect(check(change)).toBeUndefined();
  });

  it.each<[string, Partial<RequestOrigin>]>([
    ['another site', { origin: 'https://evil.example', fetchSite: 'cross-site' }],
    ['another site with the header', { origin: 'https://evil.example', marker: '1' }],
    ['another port of this machine', { origin: 'http://localhost:9999', fetchSite: 'same-site' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a form without origin', { contentType: 'application/x-www-form-urlencoded' }],
    ['a text/plain form', { contentType: 'text/plain' }],
    ['nothing at all', { contentType: undefined }],
    ['a browser that says cross-site', { fetchSite: 'cross-site' }],
    ['an address typed by hand', { fetchSite: 'none', contentType: undefined }],
  ])('%s may not', (_name, change) => {
    expect(check(change)).toEqual(forbidden);
  });

  it('the public address is an own origin behind a proxy that changes the name', () => {
    const publicUrl = new URL('https://vedette.example');
    const request = { ...plain, origin: 'https://vedette.example', host: '127.0.0.1:8417' };
    expect(errorOf(() => checkOrigin(request, publicUrl))).toBeUndefined();
  });
});
