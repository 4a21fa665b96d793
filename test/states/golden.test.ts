import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import type { Plan } from '../../src/language/plan.js';
import { contextOf, typeOf } from '../../src/states/registry.js';
import { cases, compileFolder, fixtures, matches, shown } from '../golden.js';

const golden = suite('what each state type makes of its properties');

for (const type of readdirSync(join(fixtures, 'states'))) {
  for (const name of cases(`states/${type}`)) {
    golden(`${type}/${name}`, () => {
      const compiled = compileFolder(join(fixtures, 'states', type, name));
      const expected = join(fixtures, 'states', type, 'expected', name);
      if (compiled.problems.length > 0) matches(`${expected}.txt`, shown(compiled));
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

golden.run();
