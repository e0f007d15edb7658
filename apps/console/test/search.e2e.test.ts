import { fileURLToPath } from 'node:url';
import { launchBrowser } from '@vedette/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveConsole } from '../dev/serve.js';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openSearch(address: string, use: (page: Page) => Promise<void>): Promise<void> {
  const served = await serveConsole(dist, { size: 'some' });
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  await page.goto(served.url + address);
  await page.locator('.result').first().waitFor();
  await use(page);
  await context.close();
  await served.close();
}

const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

it('underlines a mistake, names it, and mends it by one button', async () => {
  await openSearch('/search?q=gate', async (page) => {
    await page.locator('.results, .result').first().waitFor();
    await page.keyboard.press('Slash');
    await page.keyboard.type('"grey gate');
    await page.getByText('This quotation mark is not closed.').waitFor();
    expect(await page.locator('.query-mirror .query-mistake').innerText()).toBe('"grey gate');
    await page.getByRole('button', { name: 'Use "grey gate" instead' }).click();
    await page.locator('.query-problems').waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: 'Query' }).inputValue()).toBe('"grey gate"');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect.poll(() => parameter(page, 'q')).toBe('"grey gate"');
  });
});

it('makes a facet a part of the query, and takes it out again by its chip', async () => {
  await openSearch('/search', async (page) => {
    await page
      .locator('.facet')
      .getByRole('button', { name: /The Marrow Courier/ })
      .click();
    await expect.poll(() => parameter(page, 'q')).toBe('source:"The Marrow Courier"');
    await page.getByRole('button', { name: /Take .* out of the query/ }).click();
    expect(await page.getByRole('textbox', { name: 'Query' }).inputValue()).toBe('');
  });
});

it('brushes the timeline by keyboard and by pointer, and shows the same as a table', async () => {
  await openSearch('/search', async (page) => {
    const from = page.getByRole('slider', { name: 'From the beginning of the bar' });
    await from.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.locator('.timeline').getByRole('button', { name: 'Use this time' }).click();
    await expect.poll(() => parameter(page, 'since')).toMatch(/^2026-11-13T/);
    await page.getByRole('button', { name: 'Any time' }).click();
    await expect.poll(() => parameter(page, 'since')).toBeNull();

    const bars = await page.locator('.timeline-bars').boundingBox();
    if (bars === null) throw new Error('The timeline has no bars.');
    await page.mouse.move(bars.x + bars.width * 0.66, bars.y + 20);
    await page.mouse.down();
    await page.mouse.move(bars.x + bars.width * 0.68, bars.y + 20);
    await page.mouse.up();
    await expect.poll(() => parameter(page, 'since')).toMatch(/^2026-11-20T/);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    expect(await page.locator('.timeline-table tbody tr').count()).toBe(14);
  });
});

it('walks the results by key and opens one', async () => {
  await openSearch('/search?q=gate', async (page) => {
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('KeyJ');
    const second = await page.locator('.result').nth(1).getAttribute('data-row');
    await expect.poll(() => page.locator('.result[data-active=true]').getAttribute('data-row')).toBe(second);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/items/${second}`);
  });
});

it('adds the search to a watchlist as a rule, and keeps it as a column', async () => {
  await openSearch('/search?q=gate&lang=en', async (page) => {
    await page.getByRole('button', { name: 'Save as rule' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('textbox', { name: 'Query' }).inputValue()).toBe('gate lang:en');
    await dialog.getByRole('textbox', { name: /Name of the rule/ }).fill('grey-gate');
    await dialog.getByText('This watchlist already has a rule of this name.').waitFor();
    await dialog.getByRole('textbox', { name: /Name of the rule/ }).fill('gate-english');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The rule gate-english is saved in Invented movements.').waitFor();
    const saved = await page.evaluate(() => fetch('/api/v1/watchlists/watchlist-1').then((answer) => answer.text()));
    expect(saved).toContain('"id":"gate-english","query":"gate lang:en"');

    await page.getByRole('button', { name: 'Save as column' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('The column is on the Live screen.').waitFor();
  });
});

it('exports the whole search, filters and all', async () => {
  await openSearch('/search?q=gate&lang=en', async (page) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const link = page.getByRole('dialog').getByRole('link', { name: /CSV/ });
    expect(await link.getAttribute('href')).toBe('/api/v1/search/export?q=gate&lang=en&format=csv');
    await page.getByRole('dialog').getByText('3 items').waitFor();
  });
});
