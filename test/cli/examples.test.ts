import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commands } from '../../src/cli/commands/index.js';
import { inFolder } from '../folder.js';
import { environmentExamples, isInAws } from './environments/examples.js';
import { bash, good, plancc } from './plancc.js';

const examples = suite('examples of the help');

const named = (name: string) => good.replace('small', name).replace('1.0.0', '1.4.0');

const failed = [
  { id: 1, type: 'WaitStateEntered', stateEnteredEventDetails: { name: 'Wait' } },
  { id: 2, type: 'ExecutionAborted', executionAbortedEventDetails: {} },
];

/** A workplace in which the examples make sense: a project, others beside it, a distribution, a home. */
const workplace = {
  'history.json': JSON.stringify(failed),
  'plan.yaml': named('webshop'),
  'machine.asl.json': '{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":1,"End":true}}}',
  'webshop/nightly.yaml': 'Cases: { at night: {} }',
  ...Object.fromEntries(['webshop', 'network', 'database'].map((name) => [`${name}/plan.yaml`, named(name)])),
};
/** A place to begin in. */
const beginning = { '.home/x': '' };

for (const { name, examples: lines } of commands.filter(({ name }) => !(name in environmentExamples))) {
  examples(`there are some of ${name}`, () => assert.ok(lines.length > 0));
  for (const [line] of lines.filter(([one]) => !isInAws(one)))
    examples(
      `plancc ${line}`,
      inFolder(name === 'init' ? beginning : workplace, (cwd) => {
        if (line.includes('.zip'))
          for (const plan of ['.', 'network']) assert.is(plancc(['build', plan, '-q'], { cwd }).status, 0);
        const home = join(cwd, '.home');
        for (const folder of [
          '.local/share/bash-completion/completions',
          '.zfunc',
          '.config/fish/completions',
        ])
          mkdirSync(join(home, folder), { recursive: true });
        const { status, stderr } = bash(`set -euo pipefail; plancc ${line}`, { cwd, env: { HOME: home } });
        assert.is(status, 0, stderr);
      }),
    );
}

examples.run();
