import { describeDatabases } from '@vedette/testing';
import { expect, it } from 'vitest';
import { liveEventSchema, type LiveEvent } from '@vedette/contract';
import { addPerson, portOf, posts, serverTests, setUp, type Client, type TestServer } from './server-harness.js';

interface Received {
  readonly id: string;
  readonly event: LiveEvent;
}

/** Opens the channel like a browser and gives events as they come. */
async function open(
  server: TestServer,
  client: Client,
  after?: string,
): Promise<{ next(): Promise<Received>; close(): void }> {
  const abort = new AbortController();
  const response = await fetch(`http://127.0.0.1:${portOf(server.app.server)}/api/v1/live`, {
    headers: { cookie: client.cookie, ...(after === undefined ? {} : { 'last-event-id': after }) },
    signal: abort.signal,
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next() {
      for (;;) {
        const found = /id: (.+)\ndata: (.+)\n\n/.exec(text);
        if (found !== null) {
          text = text.slice(found.index + found[0].length);
          return { id: found[1] ?? '', event: liveEventSchema.parse(JSON.parse(found[2] ?? '')) };
        }
        const chunk = await reader?.read();
        if (chunk === undefined || chunk.done) throw new Error('the stream ended');
        text += chunk.value;
      }
    },
    close: () => {
      abort.abort();
    },
  };
}

describeDatabases('the live channel', (databases) => {
  const start = serverTests(databases);

  it('brings Items with the own columns, alerts, decisions and who is looking; and goes on where a client left', async () => {
    const server = await start();
    const admin = await setUp(server);
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    await admin.post('/watchlists', { name: 'Gates', rules: [{ id: 'g', query: 'gate' }] });
    const column = (await admin.post('/columns', { title: 'Gates', query: 'gate' })).json<{ id: string }>();
    const ben = await addPerson(server, admin, 'Ben', 'reviewer');
    await ben.post('/columns', { title: 'Doors', query: 'gate' });

    const channel = await open(server, admin);
    await admin.post('/items', { items: posts('the gate') });
    const item = await channel.next();
    expect(item.event).toMatchObject({ type: 'item', columns: [column.id], item: { text: 'the gate' } });
    const alert = await channel.next();
    expect(alert.event).toMatchObject({ type: 'alert', alert: { state: 'open' } });

    const id = alert.event.type === 'alert' ? alert.event.alert.id : '';
    await ben.post(`/alerts/${id}/viewing`);
    expect((await channel.next()).event).toMatchObject({ type: 'viewing', alert: id, viewers: [{ name: 'Ben' }] });
    await ben.post(`/alerts/${id}/decisions`, { verdict: 'not-relevant' });
    expect((await channel.next()).event).toMatchObject({ type: 'decision', decision: { verdict: 'not-relevant' } });
    channel.close();

    const again = await open(server, admin, item.id);
    expect((await again.next()).id).toBe(alert.id);
    again.close();
    const lost = await open(server, admin, 'another-start-7');
    expect((await lost.next()).event).toEqual({ type: 'reset' });
    lost.close();
  });

  it('ends at once when the account is disabled', async () => {
    const server = await start();
    const admin = await setUp(server);
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const ben = await addPerson(server, admin, 'Ben', 'viewer');
    const channel = await open(server, ben);
    const { person } = (await ben.get('/me')).json<{ person: { id: string } }>();
    await admin.send('PATCH', `/people/${person.id}`, { disabled: true });
    await expect(channel.next()).rejects.toThrow('the stream ended');
  });
});
