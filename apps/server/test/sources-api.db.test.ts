import { createServer, type Server } from 'node:http';
import { describeDatabases } from '@vedette/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { portOf, serverTests, setUp, type Client } from './server-harness.js';

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Halvern Post</title>
<item><guid>1</guid><title>Ferry late</title><description>The ferry was late.</description><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate></item>
<item><guid>2</guid><title>Storm near</title><description>A storm is near.</description><pubDate>Mon, 23 Nov 2026 09:00:00 GMT</pubDate></item>
</channel></rss>`;
const page = '<!doctype html><title>Home</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">';
const subscriptions = `<opml version="2.0"><head><title>Harbour press</title></head><body>
<outline type="rss" text="Post" xmlUrl="http://127.0.0.1:9/a.xml"/><outline type="rss" text="Mail" xmlUrl="http://127.0.0.1:9/b.xml"/></body></opml>`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const signedIn = `Basic ${Buffer.from('mira:open-sesame').toString('base64')}`;

const telegram = JSON.stringify({
  name: 'Harbour talk',
  type: 'public_channel',
  id: 77,
  messages: [
    {
      id: 1,
      type: 'message',
      date: '2026-11-20T10:00:00',
      date_unixtime: '1795168800',
      from: 'Mira',
      from_id: 'user1',
      text: 'The boats are in',
    },
    {
      id: 2,
      type: 'message',
      date: '2026-11-20T11:00:00',
      date_unixtime: '1795172400',
      from: 'Mira',
      from_id: 'user1',
      text: 'Fog tonight',
    },
  ],
});

function upload(client: Client, name: string, body: string | Buffer): ReturnType<Client['send']> {
  return client.send('POST', `/sources/upload?name=${encodeURIComponent(name)}&basis=handed%20over`, body, {
    'content-type': 'application/octet-stream',
    'x-vedette': '1',
  });
}

function withPicture(id: string, url: string): object {
  return {
    id,
    source: { kind: 'ndjson', id: 's' },
    nativeId: id,
    kind: 'post',
    text: id,
    media: [{ type: 'image', url }],
  };
}

describeDatabases('sources over the API', (databases) => {
  const start = serverTests(databases);
  let web: Server;
  let address: string;
  beforeEach(async () => {
    web = createServer((request, response) => {
      if (request.url?.startsWith('/subscribers/') === true && request.headers.authorization !== signedIn) {
        response.writeHead(401).end();
        return;
      }
      const files: Record<string, readonly [string, string | Buffer]> = {
        '/': ['text/html', page],
        '/feed.xml': ['application/rss+xml', feed],
        '/subscribers/feed.xml': ['application/rss+xml', feed],
        '/lists/subscriptions.xml': ['text/xml', subscriptions],
        '/picture.png': ['text/html', png],
        '/drawing.svg': ['image/png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      };
      const file = files[request.url ?? ''];
      response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.[0] ?? 'text/plain' });
      response.end(file?.[1] ?? 'nothing here');
    });
    await new Promise<void>((resolve) => {
      web.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${portOf(web)}`;
  });
  afterEach(() => {
    web.close();
    web.closeAllConnections();
  });

  it('finds the feed behind a pasted page, watches it, and shows its Items', async () => {
    const server = await start();
    const admin = await setUp(server);
    const found = (await admin.post('/sources/discover', { url: address })).json<{
      candidates: { kind: string; title: string; config: object }[];
    }>();
    const [candidate] = found.candidates;
    expect(candidate).toMatchObject({
      kind: 'feed',
      title: 'The Halvern Post',
      config: { url: `${address}/feed.xml` },
    });

    const watched = { kind: 'feed', title: 'Post', config: candidate?.config, basis: 'public press' };
    const source = (await admin.post('/sources', watched)).json<{ id: string }>();
    expect((await admin.post('/sources', watched)).json()).toMatchObject({ error: { code: 'conflict' } });
    const polled = await admin.post(`/sources/${source.id}/poll`);
    expect(polled.json()).toMatchObject({ health: 'ok', items: 2 });
    expect((await admin.get('/search')).json()).toMatchObject({ total: { value: 2 } });

    expect((await admin.send('PATCH', `/sources/${source.id}`, { paused: true })).json()).toMatchObject({
      paused: true,
      health: 'paused',
    });
    expect((await admin.post(`/sources/${source.id}/poll`)).statusCode).toBe(409);
    expect((await admin.send('DELETE', `/sources/${source.id}?items=true`)).statusCode).toBe(204);
    expect((await admin.get('/search')).json()).toMatchObject({ total: { value: 0 } });
  });

  it('knows a list of feeds by its address, and watches them all', async () => {
    const server = await start();
    const admin = await setUp(server);
    const url = `${address}/lists/subscriptions.xml`;
    const found = await admin.post('/sources/discover', { url });
    expect(found.json()).toEqual({ candidates: [], opml: { url, title: 'Harbour press', feeds: 2 } });
    const take = () => admin.post('/sources/opml/address', { url, basis: 'public press' });
    expect((await take()).json()).toEqual({ added: 2, known: 0, rejected: [] });
    expect((await take()).json()).toEqual({ added: 0, known: 2, rejected: [] });
    const page = await admin.post('/sources/opml/address', { url: address, basis: 'x' });
    expect(page.json()).toMatchObject({ error: { code: 'invalid-request' } });
  });

  it('signs in to a feed with the password in its address, and shows that to nobody', async () => {
    const server = await start();
    const admin = await setUp(server);
    const url = `${address.replace('//', '//mira:open-sesame@')}/subscribers/feed.xml`;
    const found = await admin.post('/sources/discover', { url });
    const [candidate] = found.json<{ candidates: { config: { url: string } }[] }>().candidates;
    expect(candidate?.config.url).toBe(url);
    const watched = { kind: 'feed', title: 'Post', config: candidate?.config, basis: 'we subscribe' };
    const added = await admin.post('/sources', watched);
    const polled = await admin.post(`/sources/${added.json<{ id: string }>().id}/poll`);
    expect(polled.json()).toMatchObject({ health: 'ok', items: 2, config: { url: `${address}/subscribers/feed.xml` } });
    const paths = ['/sources', '/sources/opml', '/search', '/record'];
    const answers = await Promise.all(paths.map(async (path) => await admin.get(path)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    const told = [added, polled, ...answers].filter(({ body }) => body.includes('sesame'));
    expect(told).toEqual([]);
  });

  it('shows an outlet under the name that people gave it', async () => {
    const server = await start();
    const admin = await setUp(server);
    const config = { url: `${address}/feed.xml` };
    const added = await admin.post('/sources', { kind: 'feed', title: 'Our Post', config, basis: 'public press' });
    const { id } = added.json<{ id: string }>();
    await admin.post(`/sources/${id}/poll`);
    interface Front {
      readonly outlets: readonly { readonly label: string }[];
      readonly stream: { readonly rows: readonly { readonly source: { readonly title: string } }[] };
    }
    const front = async () => (await admin.get('/press')).json<Front>();
    const { outlets, stream } = await front();
    expect([outlets.map(({ label }) => label), stream.rows[0]?.source.title]).toEqual([['Our Post'], 'Our Post']);
    await admin.send('PATCH', `/sources/${id}`, { title: 'The other Post' });
    expect((await front()).outlets.map(({ label }) => label)).toEqual(['The other Post']);
  });

  it('names what is wrong with an address or a configuration', async () => {
    const server = await start();
    const admin = await setUp(server);
    const add = (kind: string, config: object) => admin.post('/sources', { kind, title: 'x', config, basis: 'x' });
    expect((await add('feed', { url: 'javascript:alert(1)' })).json()).toMatchObject({
      error: { code: 'invalid-request', problems: [{ path: 'body.config.url' }] },
    });
    expect((await add('csv', {})).json()).toMatchObject({ error: { code: 'unsupported' } });
    expect((await admin.post('/sources/discover', { url: `${address}/missing` })).statusCode).toBe(502);
    expect((await admin.post('/sources/discover', { url: 'file:///etc/passwd' })).statusCode).toBe(400);
  });

  it('reads a handed-over export, recognised by content, and names what it cannot read', async () => {
    const server = await start();
    const admin = await setUp(server);
    const read = await upload(admin, '../../result.json', telegram);
    expect(read.json()).toMatchObject({
      source: { kind: 'telegram-export', basis: 'handed over' },
      stored: 2,
      known: 0,
      rejected: 0,
    });
    expect((await upload(admin, 'result.json', telegram)).json()).toMatchObject({ stored: 0, known: 2 });
    const broken = await upload(admin, 'mixed.ndjson', '{"text":"good"}\nnot json\n');
    expect(broken.json()).toMatchObject({ stored: 1, rejected: 1 });
    expect((await admin.get('/quarantine')).json()).toMatchObject({
      rows: [{ where: expect.stringContaining('mixed.ndjson') }],
    });
    expect((await upload(admin, 'noise.bin', Buffer.from([1, 2, 3, 0, 0]))).json()).toMatchObject({
      error: { code: 'unsupported' },
    });
    const { id } = (await admin.get('/quarantine')).json<{ rows: { id: string }[] }>().rows[0] ?? { id: '' };
    expect((await admin.send('DELETE', `/quarantine/${id}`)).statusCode).toBe(204);
  });

  it('takes OPML in, and gives it out again', async () => {
    const server = await start();
    const admin = await setUp(server);
    const opml = `<opml version="2.0"><body><outline type="rss" text="Post &amp; more" xmlUrl="${address}/feed.xml"/><outline type="rss" text="Bad" xmlUrl="ftp://x"/></body></opml>`;
    const send = () =>
      admin.send('POST', '/sources/opml?basis=public%20press', opml, {
        'content-type': 'text/x-opml',
        'x-vedette': '1',
      });
    expect((await send()).json()).toMatchObject({ added: 1, known: 0, rejected: [{ where: expect.any(String) }] });
    expect((await send()).json()).toMatchObject({ added: 0, known: 1 });
    const out = await admin.get('/sources/opml');
    expect(out.headers['content-type']).toContain('text/x-opml');
    expect(out.body).toContain(`xmlUrl="${address}/feed.xml"`);
    const nonsense = await admin.send('POST', '/sources/opml?basis=x', '<html/>', {
      'content-type': 'text/x-opml',
      'x-vedette': '1',
    });
    expect(nonsense.statusCode).toBe(400);
  });

  it('fetches pictures itself, by what they are and not by what they say', async () => {
    const server = await start();
    const admin = await setUp(server);
    await admin.post('/items', {
      items: [
        withPicture('a', `${address}/picture.png`),
        withPicture('b', `${address}/drawing.svg`),
        withPicture('c', `${address}/missing.png`),
      ],
    });
    const picture = await admin.get('/items/a/images/0');
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
    expect(picture.headers['content-security-policy']).toContain('sandbox');
    expect(picture.rawPayload.equals(png)).toBe(true);
    expect((await admin.get('/items/b/images/0')).statusCode).toBe(415);
    expect((await admin.get('/items/c/images/0')).statusCode).toBe(502);
  });
});
