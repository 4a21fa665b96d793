import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commands } from '../../../src/cli/commands/index.js';
import { inFolder } from '../../folder.js';
import { bash, good, plancc } from '../plancc.js';
import { environmentExamples, isInAws } from './examples.js';

const examples = suite('examples of the help of commands on environments');

const name = good.replace('small', 'webshop').replace('1.0.0', '1.4.0');
const job = '  Migrate: { Type: runner, Properties: { Commands: [echo done] } }\n';
const question = '  Approve: { Type: approval }\n';
const atOnce = name.replace('Seconds: 1', 'Seconds: 0');

/** Only what is stopped or followed has to take its time. */
const workplaceOf = (command: string, before: readonly string[]) => ({
  'plan.yaml': (['follow', 'stop'].includes(command) || before.includes('stop') ? name : atOnce) + job,
  'asking/plan.yaml': atOnce + question,
});

for (const [command, before] of Object.entries(environmentExamples)) {
  const { examples: lines } = commands.find(({ name }) => name === command)!;
  for (const [line] of lines.filter(
    ([one]) => !isInAws(one) && (command !== 'why' || !/--(state|history) \S+ *$/.test(one)),
  ))
    examples(
      `plancc ${line}`,
      inFolder(workplaceOf(command, before), (cwd) => {
        if (line.includes('.zip')) assert.is(plancc(['build', '-q'], { cwd }).status, 0);
        for (const one of before)
          if (one === 'wait') waitForQuestion(cwd);
          else {
            const { status, stdout, stderr } = plancc(one.split(' '), { cwd });
            assert.is(status, 0, `${one}: ${stdout}${stderr}`);
          }
        const { status, stdout, stderr } = bash(`set -euo pipefail; plancc ${line}`, { cwd });
        assert.is(status, 0, stdout + stderr);
      }),
    );
}

function waitForQuestion(cwd: string): void {
  for (let tries = 0; tries < 50; tries++)
    if (plancc(['status'], { cwd }).stdout.includes('waits for approval')) return;
  assert.unreachable('nothing waits');
}

examples.run();
