import { fileURLToPath } from 'node:url';
import type { ItemSummary, LiveEvent } from '@vedette/contract';
import { launchBrowser } from '@vedette/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MockOptions } from '../dev/mock-api.js';
import { serveConsole } from '../dev/serve.js';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openLive(
  use: (page: Page, arrive: (id: string) => void) => Promise<void>,
  options: MockOptions = {},
): Promise<void> {
  const pages: ((event: LiveEvent) => void)[] = [];
  const served = await serveConsole(dist, { ...options, onLive: (tell) => void pages.push(tell) });
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${served.url}/live`);
  await page.locator('.live-row, .empty-state').first().waitFor();
  await use(page, (id) => {
    for (const tell of pages) tell({ type: 'item', item: itemOf(id), columns: ['column-1'] });
  });
  await context.close();
  await served.close();
}

function itemOf(id: string): ItemSummary {
  return {
    id,
    source: { kind: 'feed', id: 'https://courier.example/feed', title: 'The Marrow Courier' },
    kind: 'article',
    receivedAt: new Date().toISOString(),
    title: `Arrived ${id}`,
    text: 'A lantern at the mill.',
    textLength: 22,
    mediaCount: 0,
    disguised: false,
    demo: true,
  };
}

const first = (page: Page) => page.locator('.live-column').first();
const activeOf = (page: Page, column: number) =>
  page.locator('.live-column').nth(column).locator('[data-active=true]').getAttribute('data-row');

it('shows what arrives at the top, and counts it while somebody reads further down', async () => {
  await openLive(async (page, arrive) => {
    arrive('one');
    await first(page).getByText('Arrived one').waitFor();
    await page.keyboard.press('Digit1');
    await page.keyboard.press('KeyJ');
    arrive('two');
    arrive('three');
    await first(page).getByRole('button', { name: '2 new' }).waitFor();
    expect(await first(page).getByText('Arrived two').count()).toBe(0);
    await page.keyboard.press('KeyG');
    await first(page).getByText('Arrived three').waitFor();
    expect(await first(page).locator('.live-row').first().getAttribute('data-row')).toBe('three');
  });
});

it('pauses by key and goes on with what came meanwhile', async () => {
  await openLive(async (page, arrive) => {
    await page.keyboard.press('Space');
    await page.getByText('Paused. New items are counted and wait.').waitFor();
    arrive('one');
    await first(page).getByRole('button', { name: '1 new' }).waitFor();
    expect(await first(page).getByText('Arrived one').count()).toBe(0);
    await page.keyboard.press('Space');
    await first(page).getByText('Arrived one').waitFor();
  });
});

it('keeps the place in a column while another is looked at', async () => {
  await openLive(async (page) => {
    for (const key of ['Digit2', 'KeyJ', 'KeyJ']) await page.keyboard.press(key);
    const place = await activeOf(page, 1);
    for (const key of ['Digit1', 'KeyJ', 'Digit2']) await page.keyboard.press(key);
    expect(await activeOf(page, 1)).toBe(place);
    await page.keyboard.press('Digit0');
    await expect.poll(() => activeOf(page, 1)).not.toBe(place);
  });
});

it('moves columns by buttons and takes a removal back', async () => {
  await openLive(async (page) => {
    const names = () => page.locator('.live-column h2').allInnerTexts();
    expect((await names())[0]).toBe('Grey Gate');
    await page.getByRole('button', { name: 'Options of the column Grey Gate' }).click();
    await page.getByRole('button', { name: 'Move one place on' }).click();
    await expect.poll(async () => (await names())[1]).toBe('Grey Gate');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.poll(names).not.toContain('Grey Gate');
    await page.keyboard.press('KeyU');
    await expect.poll(async () => (await names())[1]).toBe('Grey Gate');
  });
});

it('offers columns to begin with where there is none', async () => {
  await openLive(
    async (page) => {
      await page.getByRole('button', { name: 'With images' }).click();
      await page.locator('.live-column').waitFor();
      expect(await page.locator('.live-column h2').innerText()).toBe('With images');
    },
    { size: 'none' },
  );
});

it('gives the volume of a column as a table too', async () => {
  await openLive(async (page) => {
    await first(page).locator('.volume-line').click();
    expect(await page.getByRole('dialog').locator('tbody tr').count()).toBe(24);
  });
});
