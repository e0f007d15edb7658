import type { LiveEvent } from '@vedette/contract';
import { expect, it } from 'vitest';
import { LiveChannel } from '../src/api/live-channel.js';

/** An EventSource that a test opens, breaks and speaks through. */
class FakeSource extends EventTarget {
  readonly CLOSED = 2;
  readyState = 0;
  closed = false;
  close(): void {
    this.closed = true;
    this.readyState = 2;
  }
  opened(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  breaks(readyState: 0 | 2): void {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
  says(event: LiveEvent): void {
    this.dispatchEvent(new MessageEvent(event.type, { data: JSON.stringify(event) }));
  }
}

function channelWithFakes() {
  const sources: FakeSource[] = [];
  const waits: { run: () => void; milliseconds: number }[] = [];
  const channel = new LiveChannel({
    open: () => {
      const source = new FakeSource();
      sources.push(source);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that the channel uses of an EventSource
      return source as unknown as EventSource;
    },
    later: (run, milliseconds) => {
      waits.push({ run, milliseconds });
      return () => undefined;
    },
    tabs: undefined,
  });
  const heard: LiveEvent[] = [];
  channel.listen((event) => heard.push(event));
  channel.start();
  return { channel, sources, waits, heard };
}

const decided: LiveEvent = { type: 'viewing', alert: 'a1', viewers: [] };

it('passes on what it hears', () => {
  const { channel, sources, heard } = channelWithFakes();
  sources[0]?.opened();
  sources[0]?.says(decided);
  expect(channel.state).toBe('open');
  expect(heard).toEqual([decided]);
});

it('leaves a dropped connection to the browser, which resumes it', () => {
  const { channel, sources, waits } = channelWithFakes();
  sources[0]?.opened();
  sources[0]?.breaks(0);
  expect(channel.state).toBe('connecting');
  expect(waits).toEqual([]);
});

it('asks again ever more slowly after a refusal, and then says that everything may be old', () => {
  const { channel, sources, waits, heard } = channelWithFakes();
  for (let failure = 0; failure < 7; failure += 1) {
    sources.at(-1)?.breaks(2);
    expect(channel.state).toBe('broken');
    waits.at(-1)?.run();
  }
  expect(waits.map(({ milliseconds }) => milliseconds / 1000)).toEqual([1, 2, 4, 8, 16, 30, 30]);
  sources.at(-1)?.opened();
  expect(channel.state).toBe('open');
  expect(heard).toEqual([{ type: 'reset' }]);
});

it('stops at once when paused, and says after the next start that everything may be old', () => {
  const { channel, sources, heard } = channelWithFakes();
  sources[0]?.opened();
  channel.pause();
  expect(sources[0]?.closed).toBe(true);
  expect(channel.state).toBe('paused');
  channel.start();
  sources[1]?.opened();
  expect(heard).toEqual([{ type: 'reset' }]);
});
