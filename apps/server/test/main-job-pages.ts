import type { Locator, Page } from 'playwright-core';

/** The screens as a person uses them: by what is written on them and by keys. */

export const account = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' } as const;

export async function goTo(page: Page, screen: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: new RegExp(`^${screen}`) })
    .click();
  await page.getByRole('heading', { level: 1, name: screen }).waitFor();
}

export async function makeFirstAccount(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Name').fill(account.name);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Make the account and begin' }).click();
  await page.getByRole('heading', { name: 'Nothing has been read yet' }).waitFor();
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Press' }).waitFor();
}

/** Takes what the dialog found at the address, and waits until the new source was read. */
export async function watchWhatWasFound(page: Page, title: string, sample: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Add a source' });
  await dialog.getByRole('group', { name: 'What was found' }).getByText(sample).first().waitFor();
  await dialog.getByRole('button', { name: 'Watch this' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.source-row').filter({ hasText: title }).getByText('Works', { exact: true }).waitFor();
}

export async function addSource(page: Page, address: string, title: string, sample: string): Promise<void> {
  await goTo(page, 'Sources');
  await page.getByRole('button', { name: 'Add a source' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a source' });
  await dialog.getByLabel('Address of a site, a feed or an article').fill(address);
  await dialog.getByRole('button', { name: 'Find' }).click();
  await watchWhatWasFound(page, title, sample);
}

/** Hands over a file in which a rule finds something, goes on to the alerts, and gives the sentence that says what came of it. */
export async function handOver(page: Page, name: string, buffer: Buffer, basis: string): Promise<string> {
  await goTo(page, 'Sources');
  await page.getByRole('button', { name: 'Hand over an export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hand over an export' });
  await dialog.getByLabel('File').setInputFiles({ name, mimeType: 'application/json', buffer });
  await dialog.getByLabel('Why may this be read?').fill(basis);
  await dialog.getByRole('button', { name: 'Read the file' }).click();
  const said = await dialog.getByText(/stored/).innerText();
  await dialog.getByRole('button', { name: 'Alerts' }).click();
  await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();
  return said;
}

export async function makeWatchlist(page: Page, name: string, rule: string, query: string): Promise<void> {
  await goTo(page, 'Watchlists');
  await page.getByRole('button', { name: 'New watchlist' }).click();
  const made = page.getByRole('dialog', { name: 'New watchlist' });
  await made.getByLabel('Name').fill(name);
  await made.getByRole('button', { name: 'New watchlist' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('button', { name: 'New rule' }).click();
  const editor = page.getByRole('dialog', { name: /^Rule / });
  await editor.getByLabel('Query').fill(query);
  await editor.getByLabel('Short name').fill(rule);
  await editor.getByLabel('Severity').selectOption('High');
  await editor.getByRole('button', { name: 'Check' }).click();
  await editor.getByText('The rule loads and its examples hold.').waitFor();
  await editor.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
}

/** The row of the queue that holds this text. */
export function alertRow(page: Page, text: string | RegExp): Locator {
  return page.locator('.alert-row').filter({ hasText: text });
}

/** Has a source asked now, as its button does. */
export async function askNow(page: Page, source: string): Promise<void> {
  await goTo(page, 'Sources');
  await page.getByRole('button', { name: `Try now ${source}` }).click();
}
