import { fileURLToPath } from 'node:url';
import { launchBrowser } from '@vedette/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveConsole } from '../dev/serve.js';
import { screens, troublesOf, violationsOf } from './visits.js';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'fr', 'ar', 'es', 'nl'])('every screen in %s', (locale) => {
  it.each(['light', 'dark'] as const)('has no finding of axe and breaks no policy, %s', async (colorScheme) => {
    const served = await serveConsole(dist, { size: 'some' });
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const troubles = troublesOf(page);
    const found: string[] = [];
    for (const [address, ready] of screens) {
      await page.goto(served.url + address);
      await page.locator(ready).first().waitFor();
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      for (const violation of await violationsOf(page)) found.push(`${address} ${violation}`);
    }
    expect(found).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
    await served.close();
  });
});

describe.each(['none', 'many'] as const)('every screen over a world of %s', (size) => {
  it('has no finding of axe', async () => {
    const served = await serveConsole(dist, { size });
    const context = await browser.newContext({
      locale: 'en',
      reducedMotion: 'reduce',
      viewport: { width: 380, height: 800 },
    });
    const page = await context.newPage();
    const found: string[] = [];
    const lists = screens.filter(([address]) => !/\/(items|alerts|press|watchlists)\/./.test(address));
    for (const [address, ready] of lists) {
      await page.goto(served.url + address);
      await page.locator(ready).first().waitFor();
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      for (const violation of await violationsOf(page)) found.push(`${address} ${violation}`);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (sideways > 0) found.push(`${address} scrolls sideways by ${sideways} px`);
    }
    expect(found).toEqual([]);
    await context.close();
    await served.close();
  });
});
