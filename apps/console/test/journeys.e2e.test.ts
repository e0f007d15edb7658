import { fileURLToPath } from 'node:url';
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

async function onPage(address: string, visit: (page: Page) => Promise<void>, options: MockOptions = {}): Promise<void> {
  const served = await serveConsole(dist, { size: 'some', ...options });
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', baseURL: served.url });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await visit(page);
  } finally {
    await context.close();
    await served.close();
  }
}

it('settles fourteen copies with one key, and takes it back with another', () =>
  onPage('/items/post-0', async (page) => {
    await page.getByText('Settles 14 copies at once').waitFor();
    await page.keyboard.press('p');
    await page.getByText('Protected: 14 copies settled').waitFor();
    await page.getByText('Protected, decided by Vera').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Taken back; the alert is open again.').waitFor();
    await page.getByText('Settles 14 copies at once').waitFor();
    expect(await page.getByText('decided by Vera').count()).toBe(0);
  }));

it('keeps its keys to itself while a person types', () =>
  onPage('/items/post-0', async (page) => {
    const reason = page.getByLabel('Reason, if you wish to give one');
    await reason.fill('');
    await reason.pressSequentially('top');
    expect(await reason.inputValue()).toBe('top');
    expect(await page.getByText('copies settled').count()).toBe(0);
  }));

it('shows what a disguised line says, with each step named', () =>
  onPage('/items/post-0', async (page) => {
    const said = page.getByRole('region', { name: 'What it says' });
    await said.waitFor();
    expect((await said.innerText()).replaceAll(/[\d\n]/g, '')).toContain(
      'join the grey gate tonight, meet at the mill',
    );
    await page.getByText('Look-alike characters, often of another script').waitFor();
    const original = page.getByRole('region', { name: 'As published' });
    expect(await original.locator('.hidden-token').count()).toBe(3);
    expect(await page.locator('main').innerText()).not.toMatch(/[\u202A-\u202E\u200B]/u);
  }));

it('goes anywhere from the palette', () =>
  onPage('/', async (page) => {
    await page.getByRole('heading', { name: 'Press' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('record');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/record');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('https://courier.example/news/4');
    await page.getByRole('option', { name: 'Find what was published at https://courier.example/news/4' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sources?add=https*');
    expect(new URL(page.url()).searchParams.get('add')).toBe('https://courier.example/news/4');
  }));

it('speaks Arabic from right to left at once, and keeps it with the account', () =>
  onPage('/settings', async (page) => {
    await page.getByRole('tabpanel').getByLabel('Language').selectOption('ar');
    await page.locator('html[dir=rtl][lang=ar]').waitFor();
    await page.getByRole('heading', { name: 'الإعدادات' }).waitFor();
    const me: unknown = await (await page.request.get('/api/v1/me')).json();
    expect(me).toMatchObject({ settings: { language: 'ar' } });
  }));

it('moves a verdict to another key, refuses a key that is taken, and switches single keys off', () =>
  onPage('/settings', async (page) => {
    await page.getByRole('button', { name: 'Change the key for “Protected”' }).click();
    await page.keyboard.press('j');
    await page.getByText('This key already does “Next”.').waitFor();
    await page.keyboard.press('w');
    await page.getByRole('row', { name: 'Protected W Change' }).waitFor();
    const single = page.getByLabel('Single keys act');
    await single.click();
    // The box follows the setting, a moment after the click.
    await expect.poll(() => single.isChecked()).toBe(false);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  }));

it('fetches an image only when it is asked for, and takes a flag with who may take it back', () =>
  onPage('/press/article-0', async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/images/')) asked.push(request.url());
    });
    const hold = page.getByRole('button', { name: 'Hold to look' });
    await hold.waitFor();
    expect(await page.locator('.item-image img').count()).toBe(0);
    expect(asked).toEqual([]);
    await hold.focus();
    await page.keyboard.down('Space');
    await page.locator('.item-image img').waitFor();
    await page.keyboard.up('Space');
    await page.getByText('Not loaded. Hold the button to look').waitFor();
    await page.getByRole('button', { name: 'Flag this image' }).click();
    await page.getByText('Flagged by 1 person').waitFor();
    await page.getByRole('button', { name: 'Take my flag back' }).waitFor();
  }));

it('restores a hidden image for those who may, and for nobody else', async () => {
  await onPage('/press/article-3', async (page) => {
    await page.getByText('This image is hidden').waitFor();
    await page.getByRole('button', { name: 'Restore the image' }).click();
    await page.getByRole('button', { name: 'Hold to look' }).waitFor();
  });
  await onPage(
    '/press/article-3',
    async (page) => {
      await page.getByText('A moderator or administrator may restore it.').waitFor();
      expect(await page.getByRole('button', { name: 'Restore the image' }).count()).toBe(0);
    },
    { role: 'reviewer' },
  );
});

it('leaves for the original only after a warning, and tells it nothing', () =>
  onPage('/press/article-0', async (page) => {
    await page.getByText('Published in The Marrow Courier on').waitFor();
    await page.getByRole('button', { name: 'Read it at its source' }).click();
    const out = page.getByRole('link', { name: 'Open in a new tab' });
    expect(await out.getAttribute('href')).toBe('https://courier.example/news/0');
    expect(await out.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await out.getAttribute('referrerpolicy')).toBe('no-referrer');
    await page.keyboard.press('Escape');
    await out.waitFor({ state: 'detached' });
  }));

it('signs in, says what is wrong when it is, and comes back to where it was', () =>
  onPage(
    '/record',
    async (page) => {
      await page.waitForURL('**/sign-in?back=*');
      await page.getByLabel('E-mail').fill('vera@desk.example');
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('The e-mail or the password is not right.').waitFor();
      await page.getByLabel('Password').fill('four quiet wooden boats');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL('**/record');
      expect(await page.getByRole('heading', { name: 'Record' }).innerText()).toBe('Record');
    },
    { signedIn: false },
  ));

it('enters by the link of the demo, and takes the token out of the address', () =>
  onPage(
    '/enter#one-time',
    async (page) => {
      await page.getByRole('heading', { name: 'Press' }).waitFor();
      expect(page.url()).not.toContain('one-time');
    },
    { signedIn: false },
  ));

it('offers how to begin while nothing has been read', () =>
  onPage(
    '/',
    async (page) => {
      await page.getByRole('button', { name: 'Load the demo' }).waitFor();
      await page.getByLabel('Address').fill('courier.example');
      await page.getByRole('button', { name: 'Find the feed' }).click();
      await page.waitForURL('**/sources?add=courier.example');
      expect(await page.getByRole('navigation', { name: 'Screens' }).count()).toBe(1);
    },
    { size: 'none' },
  ));

it('says in the running headlines how to bring them back once they are off', () =>
  onPage('/', async (page) => {
    await page.getByRole('button', { name: 'Switch the headlines off' }).click();
    await page.getByText('The headlines are off. Settings bring them back.').waitFor();
    expect(await page.getByRole('region', { name: 'Headlines' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('region', { name: 'Headlines' }).waitFor();
  }));

it('looks through what is stored once a watchlist is saved, and says what it found', () =>
  onPage('/watchlists/watchlist-1', async (page) => {
    await page.getByLabel('How far back').selectOption('30');
    await page.getByRole('button', { name: 'Look through it' }).click();
    await page.getByRole('progressbar', { name: 'What is stored already' }).waitFor();
    await page.getByText('3,600 items looked at, 9 new matches and 3 new alerts').waitFor();
    expect(await page.locator('main').getByRole('link', { name: 'Alerts' }).getAttribute('href')).toBe('/alerts');
    await page.getByLabel('How far back').selectOption('365');
    await page.getByRole('button', { name: 'Look through it' }).click();
    await page.getByRole('button', { name: 'Stop looking' }).click();
    await page.getByText('Stopped before the end').waitFor();
  }));

it('keeps looking though an older question is answered later', () =>
  onPage('/', async (page) => {
    const progress = page.getByRole('progressbar', { name: 'What is stored already' });
    await page.route(
      '**/look-back',
      async (route) => {
        const older = await route.fetch();
        await progress.waitFor();
        await route.fulfill({ response: older });
      },
      { times: 1 },
    );
    await page.goto('/watchlists/watchlist-1');
    await page.getByLabel('How far back').selectOption('30');
    await page.getByRole('button', { name: 'Look through it' }).click();
    await page.getByText('3,600 items looked at, 9 new matches and 3 new alerts').waitFor();
    expect(await page.getByRole('button', { name: 'Look through it' }).isEnabled()).toBe(true);
  }));

it('offers a pasted list of feeds as a list, and watches them all', () =>
  onPage('/sources?add=https%3A%2F%2Fcourier.example%2Fpress.opml', async (page) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByText('This is a list (OPML) of 12 feeds').waitFor();
    await dialog.getByRole('button', { name: 'Watch them all' }).click();
    await dialog.getByText('11 added and 1 watched already').waitFor();
    expect(await dialog.getByText('Nothing readable').count()).toBe(0);
  }));

it('says in the record what was done and to what, and the id on demand', () =>
  onPage('/record', async (page) => {
    const entry = page.locator('.record-entry', { hasText: 'Watchlist changed' }).first();
    const link = entry.getByRole('link', { name: 'Invented movements' });
    expect(await link.getAttribute('href')).toBe('/watchlists/watchlist-1');
    expect(await entry.getByText('watchlist-1').isVisible()).toBe(false);
    await entry.locator('summary').click();
    await entry.getByText('watchlist.saved watchlist-1').waitFor();
  }));
