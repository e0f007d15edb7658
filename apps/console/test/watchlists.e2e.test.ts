import { fileURLToPath } from 'node:url';
import { launchBrowser } from '@vedette/testing/browser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveConsole } from '../dev/serve.js';
import { contrastViolationsOf, troublesOf, violationsOf } from './visits.js';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function onRule(rule: string, visit: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const served = await serveConsole(dist, { size: 'some' });
  const context = await browser.newContext({
    locale: 'en',
    reducedMotion: 'reduce',
    baseURL: served.url,
    ...options,
  });
  try {
    const page = await context.newPage();
    await page.goto(`/watchlists/watchlist-1?rule=${rule}`);
    await page.getByRole('dialog').waitFor();
    await visit(page);
  } finally {
    await context.close();
    await served.close();
  }
}

it('runs a rule over what is stored: hits against the load, a sample, near misses, differences and an estimate', () =>
  onRule('grey-gate', async (page) => {
    const editor = page.getByRole('dialog');
    await editor.getByLabel('How far back').selectOption('30');
    await editor.getByRole('button', { name: 'Run it over what is stored' }).click();
    await editor.getByText('61 of 50,000 stored items match · 14 texts').waitFor();
    await editor.getByText('Shared by 3 people who decided in the last 30 days.').waitFor();
    const byDay = editor.getByRole('region', { name: 'Day by day' });
    await byDay.first().getByRole('button', { name: 'Show as a table' }).click();
    expect(await byDay.getByRole('columnheader').allInnerTexts()).toEqual([
      'Day',
      'Hits',
      'All items',
      'Alerts of all rules',
    ]);
    expect(await byDay.getByRole('row').count()).toBe(31);
    const sample = editor.getByRole('region', { name: 'Drawn at random' });
    expect(await sample.getByRole('listitem').count()).toBe(8);
    expect(await sample.locator('mark').count()).toBe(8);
    await editor.getByText('3 texts more').waitFor();
    await editor.getByText('With museum allowed: 1 text').click();
    expect(await editor.getByRole('region', { name: 'Near misses' }).locator('details[open] li').count()).toBe(1);

    const keep = sample.getByRole('button', { name: 'Keep as known good' });
    await keep.first().click();
    await sample.getByText('Kept as known good.').waitFor();
    await sample.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => keep.count()).toBe(8);
  }));

it('warns while a rule is typed that it catches a text known to be good', () =>
  onRule('grey-gate', async (page) => {
    const warning = page.getByText('This rule catches texts that are known to be good:');
    const query = page.getByRole('dialog').getByLabel('Query', { exact: false }).first();
    await query.fill('"grey gate"');
    await warning.waitFor();
    await page.getByText('The Grey Gate museum shows lanterns on Sunday').waitFor();
    await query.fill('"grey gate" -museum');
    await expect.poll(() => warning.count()).toBe(0);
  }));

it('keeps the list of known-good texts', () =>
  onRule('grey-gate', async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Known-good texts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Known-good texts' });
    const rows = dialog.locator('.known-good');
    await expect.poll(() => rows.count()).toBe(2);
    await dialog.getByLabel('A text that no rule should catch').fill('Good morning from the mill');
    await dialog.getByLabel('Holds for').selectOption('all');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await rows.filter({ hasText: 'Good morning from the mill' }).getByText('Every watchlist').waitFor();
    await dialog.getByRole('button', { name: 'Take out “Good morning from the mill”' }).click();
    await expect.poll(() => rows.count()).toBe(2);
    expect(await violationsOf(page)).toEqual([]);
  }));

it('offers the text of a false alarm as known good', () =>
  onRule('grey-gate', async (page) => {
    await page.goto('/items/post-0');
    await page.locator('.verdict', { hasText: 'False alarm' }).click();
    await page.getByRole('button', { name: 'Keep as known good' }).click();
    await page.getByText('Kept as known good.').waitFor();
    expect(await page.getByRole('button', { name: 'Keep as known good' }).count()).toBe(0);
  }));

it('shows how often a rule was wrong as counts, not as a colour', () =>
  onRule('grey-gate', async (page) => {
    await page.keyboard.press('Escape');
    const row = page.locator('.rule-row', { hasText: 'bawaba' });
    const facts = await row.locator('.watchlist-facts > span').allInnerTexts();
    expect(facts).toEqual(
      expect.arrayContaining([
        '31 of 3,214 items in 7 days',
        'false alarm: 1 of 3 decided',
        'not relevant: 1 of 3 decided',
      ]),
    );
  }));

it('reads a file or pasted terms, names bad rows, and takes the rules that are ticked', () =>
  onRule('grey-gate', async (page) => {
    await page.goto('/watchlists');
    await page.getByRole('button', { name: 'Import a file' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import a file' });
    const format = dialog.getByLabel('What it is');
    await dialog.getByLabel('Or paste it').fill('grey gate\nriver mill');
    expect(await format.inputValue()).toBe('txt');
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'terms.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from([80, 75, 3, 4]),
    });
    await expect.poll(() => format.inputValue()).toBe('xlsx');
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await dialog.getByText('Line 12, column 4').waitFor();
    const rows = dialog.locator('.rule-preview').getByRole('checkbox');
    await expect.poll(() => rows.count()).toBe(3);
    await rows.nth(1).uncheck();
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Make a watchlist of 2 rules' }).click();
    await page.waitForURL('**/watchlists/watchlist-2');
    await expect.poll(() => page.locator('.rule-row').count()).toBe(2);
    await page.getByRole('button', { name: 'Export' }).click();
    const links = page.getByRole('dialog').getByRole('link');
    expect(await links.first().getAttribute('href')).toBe('/api/v1/watchlists/watchlist-2/export?format=yaml');
    expect(await violationsOf(page)).toEqual([]);
  }));

it('shows a change that waits for a second person, rule by rule, and saves it when that person confirms', () =>
  onRule('grey-gate', async (page) => {
    await page.goto('/watchlists');
    await page.getByText('A change waits for a second person').waitFor();
    await page.goto('/watchlists/watchlist-1');
    const waits = page.getByRole('region', { name: 'A change waits for a second person' });
    await waits.getByText('Noor wants to change this watchlist').waitFor();
    await waits.getByText('1 added, 0 removed, 1 changed').waitFor();
    expect(await waits.locator('del').innerText()).toContain('"grey gate" -museum · High');
    expect(await waits.locator('ins').allInnerTexts()).toEqual([
      'mill NEAR/3 meeting · High · Raises an alert',
      '"grey gate" join -museum · Critical · Raises an alert',
    ]);
    expect(await violationsOf(page)).toEqual([]);
    await waits.getByRole('button', { name: 'Confirm' }).click();
    await expect.poll(() => waits.count()).toBe(0);
    await expect.poll(() => page.locator('.rule-row').count()).toBe(4);
  }));

it('says in the settings that severe rules need a second person', () =>
  onRule('grey-gate', async (page) => {
    await page.goto('/settings');
    await page.getByRole('tab', { name: 'Team' }).click();
    const box = page.getByLabel('Severe rules need a second person');
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    const settings: unknown = await (await page.request.get('/api/v1/settings')).json();
    expect(settings).toMatchObject({ secondPersonForSevere: true });
  }));

it.each(['en', 'fr', 'ar', 'es', 'nl'])(
  'a test on history in %s has no finding of axe in light and dark, narrow',
  (locale) =>
    onRule(
      'grey-gate',
      async (page) => {
        const troubles = troublesOf(page);
        await page.locator('.rule-history button').first().click();
        await page.locator('.history-result').waitFor();
        for (const details of await page.locator('.near-miss summary').all()) await details.click();
        expect(await violationsOf(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await contrastViolationsOf(page)).toEqual([]);
        const wide = await page.locator('.dialog-body').evaluate((body) => body.scrollWidth - body.clientWidth);
        expect(wide).toBe(0);
        expect(troubles).toEqual([]);
      },
      { locale, viewport: { width: 400, height: 800 } },
    ),
);
