import { fileURLToPath } from 'node:url';
import { launchBrowser } from '@vedette/testing/browser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveConsole } from '../dev/serve.js';
import type { WorldSize } from '../dev/world.js';
import { contrastViolationsOf, screens, troublesOf, violationsOf } from './visits.js';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
/** A machine with little to spare visits a screen in some seconds. */
const patience = 400_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function withPage(
  size: WorldSize,
  options: BrowserContextOptions,
  visit: (page: Page, url: string) => Promise<void>,
) {
  const served = await serveConsole(dist, { size });
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  try {
    await visit(await context.newPage(), served.url);
  } finally {
    await context.close();
    await served.close();
  }
}

async function show(page: Page, address: string, ready: string): Promise<void> {
  await page.goto(address);
  await isShown(page, ready);
}

async function isShown(page: Page, ready: string): Promise<void> {
  await page.locator(ready).first().waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

/** Goes there as a click on a link does: the document stays, what it showed is taken away. */
async function follow(page: Page, address: string, ready: string): Promise<void> {
  await page.evaluate((to) => {
    for (const element of document.querySelectorAll('body *')) element.setAttribute('data-before', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  const fresh = ready.split(', ').map((selector) => `${selector}:not([data-before])`);
  await isShown(page, fresh.join(', '));
}

/** What comes before the second slash or the question: screens that share it may share elements, too. */
const roomOf = (address: string) => /^\/[^/?]*/.exec(address)?.[0];

it.each(['en', 'fr', 'ar', 'es', 'nl'])(
  'every screen in %s has no finding of axe in light and dark, and breaks no policy',
  async (locale) => {
    await withPage('some', { locale, colorScheme: 'light' }, async (page, url) => {
      const troubles = troublesOf(page);
      const found: string[] = [];
      let room: string | undefined;
      for (const [address, ready] of screens) {
        await page.emulateMedia({ colorScheme: 'light' });
        // English opens each address by itself; the others walk through the page, where axe needs no second start.
        const walks = locale !== 'en' && room !== undefined && room !== roomOf(address);
        await (walks ? follow(page, address, ready) : show(page, url + address, ready));
        room = roomOf(address);
        expect(await page.locator('html').getAttribute('lang')).toBe(locale);
        for (const violation of await violationsOf(page)) found.push(`${address} ${violation}`);
        await page.emulateMedia({ colorScheme: 'dark' });
        for (const violation of await contrastViolationsOf(page)) found.push(`${address} dark ${violation}`);
      }
      expect(found).toEqual([]);
      expect(troubles).toEqual([]);
    });
  },
  patience,
);

it.each(['none', 'many'] as const)(
  'every list over a world of %s has no finding of axe and fits a narrow page',
  async (size) => {
    await withPage(size, { locale: 'en', viewport: { width: 380, height: 800 } }, async (page, url) => {
      const found: string[] = [];
      for (const [address, ready] of screens.filter(([path]) => !/\/(items|alerts|press|watchlists)\/./.test(path))) {
        await show(page, url + address, ready);
        for (const violation of await violationsOf(page)) found.push(`${address} ${violation}`);
        const { scrollWidth, clientWidth } = await page
          .locator('html')
          .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
        if (scrollWidth > clientWidth) found.push(`${address} scrolls sideways by ${scrollWidth - clientWidth} px`);
      }
      expect(found).toEqual([]);
    });
  },
  patience,
);
