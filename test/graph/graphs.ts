import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { graphOf } from '../../src/compiler/emit/graph/index.js';
import type { Graph } from '../../src/compiler/emit/graph/model.js';
import { html } from '../../src/graph/html/index.js';
import type { JsonObject } from '../../src/source/document.js';
import { fixtures } from '../golden.js';
import { planOf } from '../plan.js';

/** Plans to draw, by their folder in `fixtures`. */
export const drawn = [
  'graph/types',
  'graph/hostile',
  'landscape/network',
  'landscape/database',
  'landscape/webshop',
] as const;

export const graphOfText = (text: string): Graph => graphOf(planOf(text));

export const graphOfFolder = (folder: string): Graph =>
  graphOfText(readFileSync(join(fixtures, folder, 'plan.yaml'), 'utf8'));

const part = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../src/graph/html', name), 'utf8');

export const pageOf = (graph: Graph): string =>
  html(graph, {
    style: `${part('panel.css')}${part('page.css').replace(/^@import.*/, '')}`,
    script: part('page.js'),
  });

/** Plans in which every state leads to some others, before and behind it, and to itself. */
export const tangle: fc.Arbitrary<JsonObject> = fc
  .array(fc.record({ ways: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), caught: fc.boolean() }), {
    minLength: 2,
    maxLength: 12,
  })
  .map((drafts) => {
    const name = (pick: number) => `State ${'abcdefghijkl'[pick % drafts.length]}`;
    const states = drafts.map(({ ways: [first, ...others], caught }, index) => {
      const Next = name(first!);
      const rules = others.map((pick) => ({
        Variable: '$.kind',
        StringEquals: name(pick),
        Next: name(pick),
      }));
      const Catch = [{ ErrorEquals: ['States.Timeout'], Next: name(first! + 1) }];
      const state =
        others.length > 0 ? { Type: 'Choice', Choices: rules, Default: Next } : { Type: 'Task', Next };
      return [name(index), { ...state, ...(caught && others.length === 0 && { Catch }) }] as const;
    });
    return { Name: 'tangle', Version: '1.0.0', States: Object.fromEntries(states) };
  });

/** A plan of 200 states: branches in branches, Choices, catchers that share a handler, long names. */
export function large(): Graph {
  const states: string[] = [];
  const add = (name: string, fields: string) => states.push(`  "${name}": { ${fields} }`);
  const branch = (name: string, inner = '') =>
    `{ States: { "${name} a": { Type: Wait, Seconds: 1 }, "${name} b": { Type: Pass }${inner} } }`;
  for (let step = 1; step <= 20; step++) {
    const deep = `, "${step} deep": { Type: Map, ItemsPath: $.x, ItemProcessor: ${branch(`${step} in the Map`)} }`;
    const caught = 'Catch: [{ ErrorEquals: [States.ALL], Next: Failed }]';
    add(`${step} prepare the data that the next steps of this rather long plan need`, 'Type: Pass');
    const branches = [branch(`${step} left`), branch(`${step} right`, deep)].join(', ');
    add(`${step} branches`, `Type: Parallel, Branches: [${branches}], ${caught}`);
    const rule = `{ Variable: $.step, NumericEquals: ${step}, Next: ${step} no } `;
    add(`${step} choice`, `Type: Choice, Choices: [${rule}], Default: ${step} yes`);
    add(`${step} yes`, 'Type: Pass');
    add(`${step} no`, 'Type: Pass');
  }
  add('Done', 'Type: Succeed');
  add('Failed', 'Type: Fail');
  return graphOfText(`Name: large\nVersion: 1.0.0\nStates:\n${states.join('\n')}\n`);
}
