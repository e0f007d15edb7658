import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@vedette/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  addSource,
  alertRow,
  askNow,
  goTo,
  handOver,
  makeFirstAccount,
  makeWatchlist,
  signIn,
  watchWhatWasFound,
} from './main-job-pages.js';
import { dateInEnglish, hoursAgo, servePress, telegramExport, texts, type LoopbackPress } from './main-job-world.js';
import { startVedette, type RunningVedette } from './vedette-process.js';

let browser: Browser;
let press: LoopbackPress;
let folder: string;
const running: RunningVedette[] = [];
/** Errors of the page, and refusals of its content policy: no journey may pass on top of one. */
const troubles: string[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  troubles.length = 0;
  press = await servePress();
  folder = await mkdtemp(join(tmpdir(), 'vedette-job-'));
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  for (const each of running.splice(0)) await each.stop();
  await press.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(...args: readonly string[]): Promise<RunningVedette> {
  // The press of this test is on loopback, where a server is not let otherwise.
  const started = await startVedette(['--port', '0', '--data', folder, ...args], {
    VEDETTE_ALLOW_PRIVATE_ADDRESSES: '1',
  });
  running.push(started);
  return started;
}

async function openBrowser(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', timezoneId: 'UTC', viewport: { width: 1360, height: 900 } });
  context.setDefaultTimeout(30_000);
  context.on('weberror', (error) => troubles.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 401'))
      troubles.push(`${message.text()} ${message.location().url}`);
  });
  return context.newPage();
}

it('goes from a source to a decision, and stays across a restart', { timeout: 300_000 }, async () => {
  const first = await start();
  expect(first.said()).toMatch(/private addresses/);
  const page = await openBrowser();
  await makeFirstAccount(page, first.link.href);

  // A feed, by the address of the page that names it.
  await page.getByLabel('Address').fill(press.frontPage);
  await page.getByRole('button', { name: 'Find the feed' }).click();
  await watchWhatWasFound(page, texts.outlet, texts.ferry);
  await addSource(page, press.secondFeed, texts.secondOutlet, texts.secondFerry);
  await goTo(page, 'Press');
  await page.getByRole('region', { name: 'Latest' }).getByRole('link', { name: texts.ferry }).waitFor();
  await page.getByRole('region', { name: 'Headlines' }).getByRole('link').waitFor();
  const story = page.getByRole('region', { name: 'Lead stories' }).getByRole('article');
  await story.getByText(`2 articles · 2 outlets · First in ${texts.outlet}`).waitFor();

  await page.getByRole('region', { name: 'Latest' }).getByRole('link', { name: texts.ferry }).click();
  await page.getByText(`Published in ${texts.outlet} on ${dateInEnglish(texts.ferryAt)}`).waitFor();
  await page.getByText(texts.ferryText).waitFor();
  await page.getByRole('button', { name: 'Read it at its source' }).click();
  const source = page.getByRole('dialog').getByRole('link', { name: 'Open in a new tab' });
  expect(await source.getAttribute('href')).toBe(`${press.frontPage}articles/1`);
  await page.keyboard.press('Escape');

  // One article of an aggregator, without any feed.
  await addSource(page, press.aggregatorPage, texts.museum, texts.museum);
  await goTo(page, 'Press');
  await page.getByRole('region', { name: 'Latest' }).getByRole('link', { name: texts.museum }).click();
  await page.getByText('Published in La Gazette de Lune on 4 October 2017').waitFor();
  await page.getByText(texts.museumText).waitFor();

  // What to look for, then a chat that somebody handed over.
  await makeWatchlist(page, 'Gates', 'grey-gate', texts.rule);
  expect(await handOver(page, 'result.json', telegramExport(), 'Handed over by a member, for this test')).toBe(
    '5 stored, 0 known already, 1 rejected and 1 alert',
  );
  const call = alertRow(page, 'bring a lantern');
  await call.getByText('3 copies').waitFor();
  await call.getByText('grey-gate in Gates').waitFor();
  await call.getByText('through Invisible characters').waitFor();
  expect(await call.locator('mark').innerText()).toContain('ey g');
  expect(await page.locator('.alert-row').count()).toBe(1);

  // While the queue is open, a feed publishes what the rule looks for.
  press.publish({
    id: '4',
    title: texts.disguisedHeadline,
    text: 'The walk begins at the mill.',
    at: hoursAgo(0),
  });
  const second = await page.context().newPage();
  await second.goto(first.link.origin);
  await askNow(second, texts.outlet);
  await page.getByRole('button', { name: '1 new alert' }).click();
  await alertRow(page, 'Walkers called').getByText('through Full-width letters').waitFor();
  await second.close();

  // Decided by key, taken back, decided again.
  await call.getByRole('link').click();
  await page.keyboard.press('KeyP');
  await page.getByText('Protected: 3 copies settled').waitFor();
  await call.waitFor({ state: 'detached' });
  await page.keyboard.press('KeyU');
  await call.waitFor();
  await call.getByRole('link').click();
  await page.keyboard.press('KeyN');
  await page.getByText('Not relevant: 3 copies settled').waitFor();
  await call.waitFor({ state: 'detached' });

  await goTo(page, 'Record');
  const entries = page.locator('.record-entry');
  await entries.first().waitFor();
  expect(await entries.filter({ hasText: 'alert.decided' }).count()).toBe(2);
  expect(await entries.filter({ hasText: 'decision.undone' }).count()).toBe(1);

  // The one message that could not be read is kept, with its reason.
  await page.goto(`${first.link.origin}/quarantine`);
  await page.getByText('result.json: chat 1234567890, message 3').first().waitFor();
  await page.getByText('has no number as its id').waitFor();
  await page.context().close();

  // The same after a restart: the link has no token any more.
  expect(await first.stop()).toBe(0);
  const again = await start();
  expect([again.link.pathname, again.link.hash]).toEqual(['/', '']);
  const later = await openBrowser();
  await later.goto(again.link.href);
  await signIn(later);
  await later.getByRole('region', { name: 'Latest' }).getByRole('link', { name: texts.ferry }).waitFor();
  await goTo(later, 'Alerts');
  await alertRow(later, 'Walkers called').waitFor();
  expect(await later.locator('.alert-row').count()).toBe(1);
  await later.goto(`${again.link.origin}/alerts?state=decided`);
  await alertRow(later, 'bring a lantern').waitFor();
  expect(troubles).toEqual([]);
});

it('shows the demo without an account, and takes it away again', { timeout: 300_000 }, async () => {
  const started = await start('--demo');
  const page = await openBrowser();
  await page.goto(started.link.href);
  await page.getByText('Demo data: an invented world.').waitFor();

  await goTo(page, 'Live');
  await page.locator('.live-row').first().waitFor();
  const newest = await page.locator('.live-row').first().getAttribute('data-row');
  await expect
    .poll(() => page.locator('.live-row').first().getAttribute('data-row'), { timeout: 60_000 })
    .not.toBe(newest);

  await goTo(page, 'Alerts');
  await page.locator('.alert-row').filter({ hasText: 'copies' }).filter({ hasText: 'through' }).first().click();
  const said = page.locator('.alert-preview').getByRole('region', { name: 'What it says' });
  await said.waitFor();
  await page.getByText('How it was disguised').waitFor();
  const active = await page.locator('.alert-row[data-active=true]').getAttribute('data-row');
  await page.keyboard.press('KeyF');
  await page.getByText(/False alarm: \d+ copies settled/).waitFor();
  await page.locator(`[data-row="${active}"]`).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator(`[data-row="${active}"]`).waitFor();

  await goTo(page, 'Press');
  await page.getByRole('button', { name: 'Remove demo data' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove demo data' }).click();
  await page.getByText(/demo items removed/).waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: 'Nothing has been read yet' }).waitFor();
  expect(troubles).toEqual([]);
});
