import { fileURLToPath } from 'node:url';
import { alertSchema, type Alert, type LiveEvent } from '@vedette/contract';
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

/** The queue, open in a browser of its own; `tell` sends it a live event. */
async function openQueue(
  use: (page: Page, tell: (event: LiveEvent) => void, alertOf: (id: string) => Promise<Alert>) => Promise<void>,
  options: MockOptions = {},
): Promise<void> {
  const pages: ((event: LiveEvent) => void)[] = [];
  const served = await serveConsole(dist, { ...options, onLive: (tell) => void pages.push(tell) });
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${served.url}/alerts`);
  await page.locator('.alert-row').first().waitFor();
  const alertOf = async (id: string): Promise<Alert> => {
    const answer = await fetch(`${served.url}/api/v1/alerts/${id}`);
    return alertSchema.parse(await answer.json());
  };
  await use(
    page,
    (event) => {
      for (const tell of pages) tell(event);
    },
    alertOf,
  );
  await context.close();
  await served.close();
}

const active = (page: Page) => page.locator('.alert-row[data-active=true]').getAttribute('data-row');
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null);

it('settles a row by one key, takes the next into focus, and takes it back by another', async () => {
  await openQueue(async (page) => {
    const first = await active(page);
    const rows = page.locator('.alert-row');
    const second = await rows.nth(1).getAttribute('data-row');
    await page.keyboard.press('KeyT');
    await page.locator(`[data-row="${first}"]`).waitFor({ state: 'detached' });
    expect(await active(page)).toBe(second);
    await expect.poll(() => focused(page)).toBe(second);
    await page.getByText('Terrorist content: 14 copies settled').waitFor();
    await page.keyboard.press('KeyU');
    await page.locator(`[data-row="${first}"]`).waitFor();
    await expect.poll(() => active(page)).toBe(first);
  });
});

it('previews a bulk decision, takes it, and takes all of it back', async () => {
  await openQueue(async (page) => {
    const ids = await page
      .locator('.alert-row')
      .evaluateAll((rows) => rows.slice(0, 2).map((row) => row.dataset['row']));
    for (const key of ['KeyX', 'KeyJ', 'KeyX', 'KeyP']) await page.keyboard.press(key);
    const dialog = page.getByRole('dialog', { name: 'Decide 2 alerts together' });
    await dialog.getByText('It would settle 17 items, copies included.').waitFor();
    expect(await dialog.getByRole('radio', { name: /Protected/ }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Decide 2 alerts' }).click();
    await page.getByText('Protected: 2 alerts decided').waitFor();
    for (const id of ids) await page.locator(`[data-row="${id}"]`).waitFor({ state: 'detached' });
    await page.keyboard.press('KeyU');
    await page.getByText('2 alerts are open again.').waitFor();
    for (const id of ids) await page.locator(`[data-row="${id}"]`).waitFor();
  });
});

it('says in plain words that a colleague was first', async () => {
  await openQueue(async (page) => {
    const first = await active(page);
    await page.evaluate(
      (id) =>
        fetch(`/api/v1/alerts/${id}/decisions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-vedette': '1' },
          body: JSON.stringify({ verdict: 'protected' }),
        }),
      first,
    );
    await page.keyboard.press('KeyF');
    await page.getByText('A colleague decided this first. Nothing was changed.').waitFor();
    expect(await page.locator(`[data-row="${first}"]`).count()).toBe(0);
  });
});

it('holds new alerts behind a counter and lets what a colleague decided go, with a note', async () => {
  await openQueue(async (page, tell, alertOf) => {
    const before = await page.locator('.alert-row').evaluateAll((rows) => rows.map((row) => row.dataset['row']));
    const shown = await alertOf(before[0] ?? '');
    tell({ type: 'alert', alert: { ...shown, id: 'alert-new', priority: { score: 99, parts: [] } } });
    await page.getByRole('button', { name: '1 new alert' }).waitFor();
    expect(await page.locator('.alert-row').evaluateAll((rows) => rows.map((row) => row.dataset['row']))).toEqual(
      before,
    );

    const decision = {
      id: 'decision-noor',
      verdict: 'protected' as const,
      by: { id: 'person-2', name: 'Noor' },
      at: new Date().toISOString(),
      undoUntil: new Date().toISOString(),
      copies: 1,
    };
    tell({ type: 'decision', decision: { ...decision, alert: before[1] ?? '' } });
    await page.locator(`[data-row="${before[1]}"]`).waitFor({ state: 'detached' });
    await page.getByText('Noor decided 1 alert; it is gone from this list.').waitFor();
    // The one that is being looked at stays, decided, so that no key meets another by surprise.
    tell({ type: 'decision', decision: { ...decision, id: 'decision-noor-2', alert: before[0] ?? '' } });
    await page.locator(`[data-row="${before[0]}"][data-state=decided]`).waitFor();
    await page.keyboard.press('KeyT');
    expect(await page.locator('.toast').count()).toBe(0);
    await page.keyboard.press('KeyJ');
    await page.locator(`[data-row="${before[0]}"]`).waitFor({ state: 'detached' });
  });
});

it('draws only what is in sight of ten thousand rows, and says so', async () => {
  await openQueue(
    async (page) => {
      await page.getByText('200 of 10,000').waitFor();
      for (let pages = 0; pages < 3; pages += 1) {
        await page.locator('.alerts-list .virtual-list').evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
        await page.getByText(`${400 + pages * 200} of 10,000`).waitFor();
      }
      expect(await page.locator('.alert-row').count()).toBeLessThan(40);
    },
    { size: 'many' },
  );
});

it('lets no direction-turning character of a stranger reach the page', async () => {
  await openQueue(async (page) => {
    expect(await page.locator('.alert-row .hidden-token').count()).toBeGreaterThan(0);
    expect(await page.locator('main').innerText()).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B]/u);
  });
});

it('shows the arithmetic of a priority on demand', async () => {
  await openQueue(async (page) => {
    await page.locator('.alert-score').first().click();
    expect(await page.locator('.alert-row').first().innerText()).toContain(
      'severity 40 + copies 14 + sources 1 + disguise 5',
    );
  });
});
