import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { stateCodes } from '../../src/diagnostics/codes/3-states.js';
import type { Plan } from '../../src/language/plan.js';
import { contextOf, typeOf } from '../../src/states/registry.js';
import { cases, compileFolder, fixtures, matches, shown } from '../golden.js';

const golden = suite('what each state type makes of its properties');

const types = readdirSync(join(fixtures, 'states'));

for (const type of types) {
  for (const name of cases(`states/${type}`)) {
    golden(`${type}/${name}`, () => {
      const compiled = compileFolder(join(fixtures, 'states', type, name));
      const expected = join(fixtures, 'states', type, 'expected', name);
      const said = shown(compiled);
      if (said !== '') matches(`${expected}.txt`, said);
      else matches(`${expected}.json`, `${JSON.stringify(meanings(compiled.plan!), null, 2)}\n`);
    });
  }
}

/** What the rest of the compiler is told of each state. */
const meanings = (plan: Plan) =>
  Object.fromEntries(
    plan.states.map((state) => {
      const type = typeOf(state);
      const context = contextOf(plan, state);
      return [
        state.name,
        {
          lowering: type.lower(context),
          output: type.output(context),
          assets: type.assets?.(context),
          permissions: type.permissions?.(context),
        },
      ];
    }),
  );

golden('shows each mistake that the state types report', () => {
  const reported = types.flatMap((type) =>
    cases(`states/${type}`).flatMap((name) => {
      const { problems } = compileFolder(join(fixtures, 'states', type, name));
      return problems.map(({ code }) => code as string);
    }),
  );
  // From 3040 on they are about the plan's runners.
  const own = Object.keys(stateCodes).filter((code) => code < 'PLAN3040');
  assert.equal(
    own.filter((code) => !reported.includes(code)),
    [],
  );
});

golden.run();
