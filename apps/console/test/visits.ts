import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every address of the page, with what must be seen before it counts as shown. */
export const screens: readonly (readonly [address: string, ready: string])[] = [
  ['/', 'h1'],
  ['/press/article-0', 'article h1'],
  ['/press/article-3', 'article h1'],
  ['/live', '.live-row, .empty-state'],
  ['/search', '.result, .empty-state'],
  ['/search?q=%22grey&lang=ar&since=2026-11-01', '.query-problems'],
  ['/alerts', '.alert-row, .empty-state'],
  ['/alerts?state=decided&severity=high', '.empty-state'],
  ['/alerts/alert-0', '.decide-panel'],
  ['/items/post-0', '.decide-panel'],
  ['/items/post-2', '.decide-panel'],
  ['/watchlists', 'h1'],
  ['/watchlists/watchlist-1', 'h1'],
  ['/sources', 'h1'],
  ['/quarantine', 'h1'],
  ['/decode', 'textarea'],
  ['/settings', '[role=tabpanel] h2'],
  ['/people', 'table'],
  ['/record', 'h1'],
  ['/sign-in', 'form'],
  ['/setup', 'h1'],
  ['/enter', 'h1'],
  ['/no-such-screen', 'h1'],
];

/** Collects what went wrong in the page: errors, and refusals of the content security policy. */
export function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    // A refused image is the point of a hidden image; everything else that the page logs as an error is one.
    if (message.type() === 'error' && !message.text().includes('410')) troubles.push(message.text());
  });
  return troubles;
}

/** What axe finds against WCAG 2.2 AA and good practice, one line a finding. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // A document that was looked at before has axe already, warm.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource);
  return findings(page, "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']");
}

/** The same of a page whose theme alone has changed since: nothing but contrast can be new. */
export function contrastViolationsOf(page: Page): Promise<readonly string[]> {
  return findings(page, "{ type: 'rule', values: ['color-contrast'] }");
}

async function findings(page: Page, runOnly: string): Promise<readonly string[]> {
  const results: AxeResults = await page.evaluate(
    `axe.run(document, { runOnly: ${runOnly}, resultTypes: ['violations'], selectors: false })`,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  );
}
