import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
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
const shown = async (text: string, test: (page: Page) => Promise<void>): Promise<void> => {
  const page = await browser.newPage();
  const found = misdeeds(page);
  await page.setContent(`<body style="margin:0">${text}</body>`);
  await test(page);
  assert.equal(found, []);
  await page.close();
};

looks('a plan of 200 states is laid out in less than two seconds', () => {
  const graph = large();
  const before = process.cpuUsage();
  layout(graph);
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 2_000_000, `${(user + system) / 1000} ms`);
});

if (hasBrowser()) {
  looks.before(async () => {
    browser = await openBrowser();
  });
  looks.after(() => browser.close());

  for (const [name, graph] of plans)
    looks(`${name}: nothing overlaps, sticks out or is crossed`, () => {
      const drawing = graph();
      return shown(svg(drawing, layout(drawing)), async (page) => {
        assert.equal(await page.locator('svg').evaluate(faults), []);
      });
    });

  for (const [name, plans] of [
    ['random plans', randomPlan],
    ['arrows in all directions', tangle],
  ] as const)
    looks(`so it is with ${name}`, () =>
      fc.assert(
        fc.asyncProperty(plans, async (plan) => {
          const graph = graphOfText(JSON.stringify(plan, undefined, 1));
          await shown(svg(graph, layout(graph)), async (page) => {
            assert.equal(await page.locator('svg').evaluate(faults), []);
          });
        }),
        { numRuns: 8 },
      ),
    );

  looks('a state on another, a long text, a shifted label are seen', () =>
    shown(svg(graphOfFolder('graph/types'), layout(graphOfFolder('graph/types'))), async (page) => {
      await page.evaluate(`
        const [first, second] = document.querySelectorAll('.node');
        second.parentElement.setAttribute('transform', first.parentElement.getAttribute('transform'));
        document.querySelector('.name').textContent = 'x'.repeat(100);
        document.querySelector('.edge').setAttribute('transform', 'translate(0 60)');
        const [label, node] = ['.label', '.jump, .node:last-of-type'].map((one) => document.querySelector(one));
        const [from, to] = [label, node].map((one) => one.getBoundingClientRect());
        label.setAttribute('transform', \`translate(\${to.x - from.x} \${to.y - from.y})\`);`);
      const found = await page.locator('svg').evaluate(faults);
      for (const words of [
        'boxes overlap',
        'sticks out of its box',
        'label StackFailed, StackTimedOut is on',
        'arrow passes under',
      ])
        assert.ok(
          found.some((fault) => fault.includes(words)),
          `${words}: ${found.join('\n')}`,
        );
    }),
  );

  looks('every text can be read, in light and dark', () =>
    shown(svg(graphOfFolder('graph/types'), layout(graphOfFolder('graph/types'))), async (page) => {
      const seen: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const all = await page.locator('svg').evaluate(contrasts);
        assert.ok(all.length > 40);
        assert.equal(
          all.filter(({ ratio }) => ratio < 4.5),
          [],
        );
        seen.push(...new Set(all.map(({ colours }) => `${colorScheme} ${colours}`)));
      }
      const [light, dark] = ['light', 'dark'].map((scheme) =>
        seen.filter((line) => line.startsWith(scheme)).map((line) => line.slice(line.indexOf(' '))),
      );
      assert.ok(light!.length > 5 && dark!.length > 5);
      assert.equal(
        light!.filter((pair) => dark!.includes(pair)),
        [],
      );
    }),
  );

  looks('every picture is XML', () =>
    shown('', async (page) => {
      for (const folder of drawn) {
        const graph = graphOfFolder(folder);
        const error = await page.evaluate(
          `new DOMParser().parseFromString(${JSON.stringify(svg(graph, layout(graph)))}, 'image/svg+xml').querySelector('parsererror')?.textContent`,
        );
        assert.is(error, undefined, folder);
      }
    }),
  );
}

looks.run();
