import fc from 'fast-check';
import type { Browser, Locator, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Graph } from '../../src/compiler/emit/graph/model.js';
import { layout } from '../../src/graph/layout/index.js';
import { svg } from '../../src/graph/svg/index.js';
import { randomPlan } from '../compiler/random-plan.js';
import { cases } from '../golden.js';
import { hasBrowser, misdeeds, openBrowser } from './browser.js';
import { contrasts, faults } from './geometry.js';
import { drawn, graphOfFolder, graphOfText, large, tangle } from './graphs.js';

const looks = suite('pictures as a browser shows them');

const plans: readonly (readonly [name: string, graph: () => Graph])[] = [
  ...[
    ...drawn,
    ...cases('compile')
      .filter((name) => name !== 'plan-json')
      .map((name) => `compile/${name}`),
  ].map((folder) => [folder, () => graphOfFolder(folder)] as const),
  ['200 states', large],
];

let browser: Browser;
let page: Page;
let found: readonly string[];

/** The `svg` element of a text in the page that all tests share. */
async function shown(text: string): Promise<Locator> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setContent(`<body style="margin:0">${text}</body>`);
  assert.equal(found, []);
  return page.locator('svg');
}
const drawing = (graph: Graph): Promise<Locator> => shown(svg(graph));

looks('a plan of 200 states is laid out in less than two seconds', () => {
  const graph = large();
  const before = process.cpuUsage();
  layout(graph);
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 2_000_000, `${(user + system) / 1000} ms`);
});

if (hasBrowser) {
  looks.before(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    found = misdeeds(page);
  });
  looks.after(() => browser.close());

  for (const [name, graph] of plans)
    looks(`${name}: nothing overlaps, sticks out or is crossed`, async () => {
      assert.equal(await (await drawing(graph())).evaluate(faults), []);
    });

  for (const [name, plans] of [
    ['random plans', randomPlan],
    ['arrows in all directions', tangle],
  ] as const)
    looks(`so it is with ${name}`, () =>
      fc.assert(
        fc.asyncProperty(plans, async (plan) => {
          const graph = graphOfText(JSON.stringify(plan, undefined, 1));
          assert.equal(await (await drawing(graph)).evaluate(faults), []);
        }),
        { numRuns: 15 },
      ),
    );

  looks('a state on another, a long text, a shifted label are seen', async () => {
    const picture = await drawing(graphOfFolder('graph/types'));
    await page.evaluate(`
      const [first, second] = document.querySelectorAll('.node');
      second.parentElement.setAttribute('transform', first.parentElement.getAttribute('transform'));
      document.querySelector('.name').textContent = 'x'.repeat(100);
      document.querySelector('.edge').setAttribute('transform', 'translate(0 60)');
      const [from, to] = ['.label', '.node'].map((one) => document.querySelector(one).getBoundingClientRect());
      document.querySelector('.label').setAttribute('transform', \`translate(\${to.x - from.x} \${to.y - from.y})\`);`);
    const told = await picture.evaluate(faults);
    for (const words of [
      'boxes overlap',
      'sticks out of its box',
      'label StackFailed, StackTimedOut is on',
      'arrow passes under',
    ])
      assert.ok(
        told.some((fault) => fault.includes(words)),
        `${words}: ${told.join('\n')}`,
      );
  });

  looks('every text can be read, in light and dark', async () => {
    const picture = await drawing(graphOfFolder('graph/types'));
    const pairs = async (colorScheme: 'light' | 'dark'): Promise<ReadonlySet<string>> => {
      await page.emulateMedia({ colorScheme });
      const all = await picture.evaluate(contrasts);
      assert.ok(all.length > 40);
      assert.equal(
        all.filter(({ ratio }) => ratio < 4.5),
        [],
      );
      return new Set(all.map(({ colours }) => colours));
    };
    const [light, dark] = [await pairs('light'), await pairs('dark')];
    assert.ok(light.size > 5 && dark.size > 5);
    assert.equal(
      [...light].filter((pair) => dark.has(pair)),
      [],
    );
  });

  looks('every picture is XML', async () => {
    for (const folder of drawn) {
      const graph = graphOfFolder(folder);
      const text = JSON.stringify(svg(graph));
      const error = await page.evaluate(
        `new DOMParser().parseFromString(${text}, 'image/svg+xml').querySelector('parsererror')?.textContent`,
      );
      assert.is(error, undefined, folder);
    }
  });
}

looks.run();
