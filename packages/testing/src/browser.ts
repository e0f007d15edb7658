import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/**
 * Starts the Chromium that ships inside an npm package: no download, no system browser, also as root.
 * @returns a browser that the caller closes
 * @throws when this machine cannot run it; the message of the launcher names what is missing
 * @example const browser = await launchBrowser(); try { … } finally { await browser.close(); }
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    // A single process would end with the first page that is closed.
    args: sparticuz.args.filter((argument) => argument !== '--single-process'),
    executablePath: await sparticuz.executablePath(),
  });
}
