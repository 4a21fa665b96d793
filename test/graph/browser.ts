import { type Browser, chromium, type Page } from 'playwright-core';
import { isThere } from '../tools.js';

/** Debian's package `chromium`. */
const executablePath = '/usr/bin/chromium';

export const hasBrowser = isThere(executablePath);

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });

/** What a page did that it should not: requests to anywhere, messages, dialogs, exceptions. */
export function misdeeds(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== page.url() && !request.isNavigationRequest())
      found.push(`asked for ${request.url()}`);
  });
  page.on('console', (message) => found.push(`said ${message.text()}`));
  page.on('pageerror', (error) => found.push(`threw ${error.message}`));
  page.on('dialog', (dialog) => {
    found.push(`opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return found;
}
