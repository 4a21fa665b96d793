import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Compiled, compile } from '../../src/compiler/index.js';
import type { Path } from '../../src/diagnostics/problem.js';
import { isObject } from '../../src/language/json.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { virtualProject } from '../../src/source/virtual.js';
import { shown } from '../golden.js';
import { fill, refusals } from '../oracle/asl-validator.js';
import { randomPlan } from './random-plan.js';
import { runCompiled, type Task } from './run-compiled.js';

const random = suite('random plans');

const project = virtualProject({});

const compilePlan = (plan: JsonObject): Compiled =>
  compile({ file: 'plan.json', text: JSON.stringify(plan, undefined, 1), project });

/** References that a check refused are taken out, until the plan is right or something else is wrong with it. */
function withoutRefused(plan: JsonObject): { readonly compiled: Compiled; readonly refused: number } {
  let compiled = compilePlan(plan);
  let refused = 0;
  for (let round = 0; round < 10 && compiled.output === undefined; round++) {
    for (const { place, code } of compiled.problems) {
      assert.ok(code.startsWith('PLAN40') && code !== 'PLAN4020', shown(compiled));
      if ('path' in place) plan = replaced(plan, place.path) as JsonObject;
      refused++;
    }
    compiled = compilePlan(plan);
  }
  return { compiled, refused };
}

function replaced(value: Json, [key, ...rest]: Path): Json {
  if (key === undefined) return 'none';
  if (Array.isArray(value))
    return value.map((item: Json, index) => (index === key ? replaced(item, rest) : item));
  return isObject(value) ? { ...value, [key]: replaced(value[key]!, rest) } : value;
}

const payload = (environment: string): JsonObject => ({
  environment,
  distribution: { name: 'random', version: '1.0.0', id: 'i' },
  deployment: { id: 'd', startedAt: 's' },
  parameters: { List: ['p', 'q'], Text: 't' },
  dependencies: {},
  output: {},
  input: {},
});

let accepted = 0;

random('compile to what asl-validator accepts, and every accepted reference resolves', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomPlan,
      fc.constantFrom('a', 'b', 'c'),
      fc.nat(6),
      async (plan, environment, failing) => {
        const { compiled } = withoutRefused(plan);
        const { definition, substitutions } = compiled.output!;
        accepted += JSON.stringify(definition).split('$.output').length - 1;
        assert.is(refusals(fill(definition, substitutions)).join('\n'), '');
        let calls = 0;
        const task: Task = () =>
          ++calls % 7 === failing
            ? { error: 'JobFailed' }
            : { result: { a: 'done', Payload: { a: 'done' } } };
        const input = payload(environment);
        const { result, output } = await runCompiled(compiled.output!.definition, input, task);
        if (result.status === 'SUCCEEDED') assert.ok(isObject(output.output));
        else assert.is(result.error, 'JobFailed', `${result.cause}\n${JSON.stringify(plan)}`);
      },
    ),
    { numRuns: 60, includeErrorInReport: true },
  );
  assert.ok(accepted > 50, `only ${accepted} references to outputs were tried`);
});

random.run();
