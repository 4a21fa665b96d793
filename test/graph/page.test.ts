import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bin } from '../cli/plancc.js';
import { newFolder } from '../folder.js';
import { fixtures } from '../golden.js';
import { hasBrowser, misdeeds, openBrowser } from './browser.js';
import { contrasts } from './geometry.js';
import { drawn, graphOfFolder, graphOfText, large, pageOf } from './graphs.js';

const pages = suite('the page of a plan in a browser');

const folder = newFolder();
const webshop = join(folder, 'webshop.html');
const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 640 },
];
let browser: Browser;

/** Opens a page, and holds it to have asked for nothing and to have said nothing. */
async function open(
  file: string,
  options: BrowserContextOptions,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const found = misdeeds(page);
  await page.goto(pathToFileURL(file).href);
  await test(page);
  assert.equal(found, []);
  await context.close();
}

const viewBox = (page: Page): Promise<string | null> => page.getAttribute('#picture', 'viewBox');
const state = (page: Page, name: string) => page.locator('#picture').getByRole('link', { name, exact: true });
const more = (page: Page, side: string) => page.getByRole('button', { name: `More ${side}` });
const panel = (page: Page) => page.locator('aside section:visible');
const lineOf = (text: string): number =>
  readFileSync(join(fixtures, 'landscape/webshop/plan.yaml'), 'utf8').split('\n').indexOf(text) + 1;

/** Names of states that are not all on the screen. */
const unseen = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const outer = document.querySelector('#picture').getBoundingClientRect();
    const outside = ({ left, right, top, bottom }) =>
      left < outer.left || right > outer.right || top < outer.top || bottom > outer.bottom;
    return [...document.querySelectorAll('#picture a')]
      .filter((link) => outside(link.getBoundingClientRect()))
      .map((link) => link.textContent);
  })()`);

if (hasBrowser) {
  pages.before(async () => {
    browser = await openBrowser();
    execFileSync(process.execPath, [bin, 'graph', join(fixtures, 'landscape/webshop'), '-q', '-o', webshop]);
  });
  pages.after(() => browser.close());

  for (const name of [...drawn, '200 states'])
    pages(`${name}: all of it is seen after Fit, at every width`, async () => {
      const file = join(folder, 'plan.html');
      writeFileSync(file, pageOf(name === '200 states' ? large() : graphOfFolder(name)));
      for (const viewport of sizes)
        await open(file, { viewport }, async (page) => {
          await page.getByRole('button', { name: 'Fit' }).click();
          assert.equal(await unseen(page), []);
          assert.is(await page.evaluate('document.documentElement.scrollWidth'), viewport.width);
        });
    });

  pages('a long plan begins at its left, and buttons lead to what is not seen', async () => {
    const file = join(folder, 'long.html');
    const states = Array.from({ length: 120 }, (_, index) => `  State ${index}: { Type: Pass }`);
    writeFileSync(file, pageOf(graphOfText(`States:\n${states.join('\n')}\n`)));
    for (const viewport of sizes)
      await open(file, { viewport }, async (page) => {
        const start = (await page.locator('.mark').first().boundingBox())!;
        assert.ok(start.x > 0 && start.x < viewport.width / 2, `${start.x}`);
        assert.ok((await unseen(page)).some((words) => words.includes('State 119')));
        for (const side of ['to the right', 'below'])
          while (await more(page, side).isVisible()) await more(page, side).click();
        assert.not.ok((await unseen(page)).some((words) => words.includes('State 119')));
        assert.ok((await page.locator('.more:visible').count()) > 0);
        await page.getByRole('button', { name: 'Fit' }).click();
        assert.is(await page.locator('.more:visible').count(), 0);
      });
  });

  for (const viewport of sizes)
    pages(`a click shows the state, at ${viewport.width} pixels`, () =>
      open(webshop, { viewport }, async (page) => {
        await page.getByRole('button', { name: 'Fit' }).click();
        await state(page, 'Smoke test, lambda').click();
        const text = (await panel(page).textContent())!;
        assert.match(text, `plan.yaml:${lineOf('  Smoke test:')}`);
        assert.match(text, 'FunctionName: ${{ States.App.Web.SmokeFunction }}');
        assert.match(text, 'States.TaskFailed: 5 times, after 10 s at first');
        assert.match(text, 'Announce failure on error');
        assert.not.match(text, 'Register release');
        assert.not.ok((await unseen(page)).some((words) => words.includes('Smoke test')));
        await panel(page).getByRole('link', { name: 'Announce failure' }).click();
        assert.match((await panel(page).textContent())!, `plan.yaml:${lineOf('  Announce failure:')}`);
        assert.is(await page.locator('a.chosen').getAttribute('aria-label'), 'Announce failure, Task');
        await panel(page).getByRole('link', { name: 'Close' }).click();
        assert.is(await panel(page).count(), 0);
      }),
    );

  pages('the keyboard does all that a mouse does', () =>
    open(webshop, { viewport: sizes[0]! }, async (page) => {
      // A panel gives the focus back when the page has heard of its new address.
      const focused = (label: string) =>
        page.waitForFunction(`document.activeElement.getAttribute('aria-label') === '${label}'`);
      await page.keyboard.press('/');
      await page.keyboard.type('app');
      assert.is(await page.locator('output').textContent(), '1 of 16');
      await page.keyboard.press('Enter');
      assert.is(await panel(page).getByRole('heading').textContent(), 'App');
      assert.match(page.url(), /#s\d+$/);
      await page.keyboard.press('Escape');
      assert.is(await panel(page).count(), 0);
      await focused('App, cdk');
      await page.keyboard.press('Tab');
      await focused('Refresh cache, Task');
      await page.keyboard.press('Enter');
      assert.is(await panel(page).getByRole('heading').textContent(), 'Refresh cache');
      await page.keyboard.press('Escape');
      await focused('Refresh cache, Task');
      const before = await viewBox(page);
      for (const key of ['ArrowRight', 'ArrowDown', '+', '-', '0']) {
        const earlier = await viewBox(page);
        await page.keyboard.press(key);
        assert.is.not(await viewBox(page), earlier, key);
      }
      assert.is.not(await viewBox(page), before);
      assert.equal(await unseen(page), []);
    }),
  );

  pages('the mouse drags and zooms, and a drag opens nothing', () =>
    open(webshop, { viewport: sizes[0]! }, async (page) => {
      const box = (await state(page, 'Settings, import').boundingBox())!;
      const [x, y] = [box.x + 20, box.y + 20];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 30, y + 50, { steps: 4 });
      await page.mouse.up();
      const moved = (await state(page, 'Settings, import').boundingBox())!;
      assert.ok(Math.abs(moved.x - box.x - 30) < 2 && Math.abs(moved.y - box.y - 50) < 2);
      assert.is(await panel(page).count(), 0);
      await page.mouse.wheel(0, -200);
      const larger = (await state(page, 'Settings, import').boundingBox())!;
      assert.ok(larger.width > moved.width * 1.2);
      // What is under the pointer stays there.
      const share = (x + 30 - moved.x) / moved.width;
      assert.ok(Math.abs(larger.x + larger.width * share - x - 30) < 2);
    }),
  );

  pages('two fingers zoom, one moves', () =>
    open(webshop, { viewport: sizes[1]!, hasTouch: true }, async (page) => {
      const client = await page.context().newCDPSession(page);
      const touch = (type: string, ...points: readonly (readonly [number, number])[]) =>
        client.send('Input.dispatchTouchEvent', {
          type: type as 'touchStart',
          touchPoints: points.map(([x, y], id) => ({ x, y, id })),
        });
      const size = async () => (await state(page, 'Settings, import').boundingBox())!;
      const before = await size();
      await touch('touchStart', [150, 300], [210, 300]);
      await touch('touchMove', [120, 300], [240, 300]);
      await touch('touchEnd');
      const zoomed = await size();
      assert.ok(zoomed.width > before.width * 1.8, `${zoomed.width} of ${before.width}`);
      await touch('touchStart', [150, 300]);
      await touch('touchMove', [150, 340]);
      await touch('touchEnd');
      assert.ok(Math.abs((await size()).y - zoomed.y - 40) < 2);
    }),
  );

  pages('a tap opens', () =>
    open(webshop, { viewport: sizes[1]!, hasTouch: true }, async (page) => {
      await page.getByRole('button', { name: 'Fit' }).tap();
      await state(page, 'Announce, Task').tap();
      assert.is(await panel(page).getByRole('heading').textContent(), 'Announce');
    }),
  );

  pages('light and dark follow the system until the button is used, and can be read', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      await open(`${webshop}`, { viewport: sizes[0]!, colorScheme }, async (page) => {
        const ground = () => page.evaluate(`getComputedStyle(document.body).backgroundColor`);
        const first = await ground();
        assert.is(first, colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(15, 20, 27)');
        const readable = async () =>
          (await page.locator('#picture').evaluate(contrasts)).filter(({ ratio }) => ratio < 4.5);
        assert.equal(await readable(), []);
        const button = page.getByRole('button', { name: 'Dark colours', pressed: colorScheme === 'dark' });
        await button.click();
        assert.is.not(await ground(), first);
        assert.equal(await readable(), []);
        await page.emulateMedia({ media: 'print' });
        assert.is(await ground(), 'rgb(255, 255, 255)');
        assert.not.ok(await page.locator('form').isVisible());
      });
  });

  pages('paper gets all of the picture, whatever is on the screen', () =>
    open(webshop, { viewport: sizes[0]! }, async (page) => {
      const screen = await viewBox(page);
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
      const printed = (await viewBox(page))!;
      assert.match(printed, /^0 0 \d+ \d+$/);
      await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
      assert.is(await viewBox(page), screen);
      assert.ok((await page.pdf()).length > 5000);
    }),
  );

  pages('without its script it still shows picture and states', () =>
    open(webshop, { viewport: sizes[0]!, javaScriptEnabled: false }, async (page) => {
      await state(page, 'Smoke test, lambda').click();
      assert.is(await panel(page).getByRole('heading').textContent(), 'Smoke test');
    }),
  );
}

pages.run();
