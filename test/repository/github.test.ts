import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { pretty } from '../../src/diagnostics/formats/pretty.js';
import { locate } from '../../src/diagnostics/locate.js';
import { bad, bin, environment, good, plancc } from '../cli/plancc.js';
import { inFolder } from '../folder.js';
import { cases, compileFolder, fixtures } from '../golden.js';

const github = suite('problem matcher and action for GitHub');

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

interface Pattern {
  readonly regexp: string;
  readonly [group: string]: number | string;
}
const { problemMatcher } = JSON.parse(
  readFileSync(join(root, '.github/plancc-problem-matcher.json'), 'utf8'),
) as {
  readonly problemMatcher: readonly { readonly owner: string; readonly pattern: readonly [Pattern] }[];
};

/** What GitHub reads in a line: https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md */
const matched = (line: string) =>
  problemMatcher.flatMap(({ pattern: [{ regexp, ...groups }] }) => {
    const found = new RegExp(regexp).exec(line);
    return found === null
      ? []
      : [Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, found[Number(group)]!]))];
  });

github('the matcher reads each message of the fixtures once, and nothing between them', () => {
  let count = 0;
  for (const area of ['errors', 'warnings', 'schema'])
    for (const name of cases(area)) {
      const { problems, documents } = compileFolder(join(fixtures, area, name));
      const diagnostics = locate(problems, documents);
      const expected = diagnostics.map(({ file, start, severity, code, message }) => ({
        file,
        ...(start && { line: String(start.line), column: String(start.column) }),
        severity,
        code,
        message,
      }));
      assert.equal(pretty(diagnostics).split('\n').flatMap(matched), expected, `${area}/${name}`);
      count += diagnostics.length;
    }
  assert.ok(count > 200);
});

github(
  'the matcher reads what the command writes, with and without a line',
  inFolder({ 'shop/plan.yaml': bad }, (cwd) => {
    const { stderr } = plancc(['validate', 'shop', 'nowhere'], { cwd });
    const found = stderr.split('\n').flatMap(matched);
    assert.equal(found.map(({ file, line, code }) => `${file} ${line} ${code}`).sort(), [
      'nowhere undefined PLAN0022',
      'shop/plan.yaml 4 PLAN2001',
    ]);
  }),
);

interface Action {
  readonly inputs: { readonly [name: string]: { readonly description: string; readonly default: string } };
  readonly runs: {
    readonly using: string;
    readonly steps: readonly [
      { readonly shell: string; readonly run: string; readonly env: { readonly [name: string]: string } },
    ];
  };
}
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const [step] = action.runs.steps;

/** Runs the step of the action as the runner does, with an `npx` that has only ours. */
function run(given: { readonly [input: string]: string }, cwd: string) {
  const tools = join(cwd, '.tools');
  mkdirSync(tools, { recursive: true });
  const npx = `#!/bin/bash\n[ "$1" = --yes ] || exit 9\necho "$2" > '${tools}/asked'\nshift 2\nexec '${process.execPath}' '${bin}' "$@"\n`;
  writeFileSync(join(tools, 'npx'), npx);
  chmodSync(join(tools, 'npx'), 0o755);
  writeFileSync(join(cwd, '.output'), '');
  const inputs = Object.entries(step.env).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)![1]!;
    return [name, given[input] ?? action.inputs[input]!.default];
  });
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
    cwd,
    encoding: 'utf8',
    env: environment({
      ...Object.fromEntries(inputs),
      PATH: `${tools}:${process.env.PATH}`,
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: root,
      GITHUB_OUTPUT: join(cwd, '.output'),
    }),
  });
  const read = (file: string) => (existsSync(join(cwd, file)) ? readFileSync(join(cwd, file), 'utf8') : '');
  return { status, stderr, output: read('.output'), asked: read('.tools/asked').trim() };
}

github('the action is a composite one of one step, whose script has no expression in it', () => {
  assert.is(action.runs.using, 'composite');
  assert.is(action.runs.steps.length, 1);
  assert.is(step.shell, 'bash');
  assert.not.match(step.run, '${{');
  for (const { description } of Object.values(action.inputs)) assert.ok(description);
});

github(
  'the action checks the plan with the plancc of its own version, and annotates',
  inFolder({ 'plan.yaml': good, 'bad/plan.yaml': bad }, (cwd) => {
    const { status, output, asked } = run({}, cwd);
    assert.equal([status, output, asked], [0, '', `plancc@${version}`]);
    const failed = run({ plan: 'bad\n.\n', version: '9.9.9' }, cwd);
    assert.equal([failed.status, failed.asked], [1, 'plancc@9.9.9']);
    assert.match(failed.stderr, '::error file=bad/plan.yaml,line=4,');
    assert.match(failed.stderr, '1 error in 2 plans');
  }),
);

github(
  'the action builds a distribution of a version, and says where it is',
  inFolder({ 'my shop/plan.yaml': good }, (cwd) => {
    const { status, output } = run({ command: 'build', plan: 'my shop', 'set-version': '2.0.0' }, cwd);
    assert.equal([status, output], [0, 'zip=my shop/dist/small-2.0.0.zip\n']);
    assert.ok(existsSync(join(cwd, 'my shop/dist/small-2.0.0.zip')));
  }),
);

github(
  'no input of the action is run',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const evil = '$(touch pwned); `touch pwned`; "; touch pwned #';
    for (const input of Object.keys(action.inputs)) run({ [input]: evil }, cwd);
    assert.not.ok(existsSync(join(cwd, 'pwned')));
    assert.is(run({ command: 'deploy' }, cwd).status, 2);
    assert.is(run({ plan: '--version' }, cwd).status, 1);
  }),
);

github.run();
