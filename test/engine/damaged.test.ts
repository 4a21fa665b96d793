import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { env } from '../../src/cli/commands/env.js';
import { history } from '../../src/cli/commands/history.js';
import { logs } from '../../src/cli/commands/logs.js';
import { output } from '../../src/cli/commands/output.js';
import { status } from '../../src/cli/commands/status.js';
import { why } from '../../src/cli/commands/why.js';
import { isHeld } from '../../src/engines/local/store/lock.js';
import { ran, type Said } from '../cli/environments/place.js';
import { plancc } from '../cli/plancc.js';
import { copyOf, newFolder, write } from '../folder.js';

const damaged = suite('a root with files that are damaged');

const plan = (name: string, work: string) => `Name: ${name}
Version: 1.0.0
Outputs: { Said: "\${{ States.Work.said }}" }
States:
  Stack: { Type: cfn, Properties: { StackName: "${name}", Template: stack.yaml } }
  Work:
    Type: runner
    Properties:
      Commands: [echo working, ${work} working, 'echo "{\\"said\\":\\"hello\\"}" > "$PLANCC_OUTPUT"']
`;
const stack = 'Resources:\n  Topic: { Type: AWS::SNS::Topic }\n';

/** A folder whose environments have run, failed, and wait for approval. */
const whole = (() => {
  const folder = newFolder();
  const run = (...words: string[]) => plancc([...words, '--store', '.plancc'], { cwd: folder });
  const project = (name: string, work: string) =>
    newFolder({ 'plan.yaml': plan(name, work), 'stack.yaml': stack });
  for (const [words, expected] of [
    [['env', 'create', 'guarded', '--approvals', '1'], 0],
    [['deploy', project('good', 'true'), '--env', 'dev'], 0],
    [['deploy', project('bad', 'false'), '--env', 'dev'], 1],
    [['deploy', 'good@1.0.0', '--env', 'guarded', '--no-follow'], 0],
  ] as const) {
    const ran = run(...words);
    assert.is(ran.status, expected, ran.stderr);
  }
  // Until it waits for its approval.
  for (let looks = 0; !run('status', '--env', 'guarded').stdout.includes('waits for approval'); looks++)
    assert.ok(looks < 100);
  return folder;
})();

const root = join(whole, '.plancc');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .sort();

/** One of the files of each kind: ids differ, places do not. */
const kinds = new Map(
  files.map((path) => [
    path
      .replaceAll(/\d{8}-\d{6}-[0-9a-f]{6}/g, 'ID')
      .replaceAll(/[0-9a-f]{12,}/g, 'HASH')
      .replace(/HASH[-\w]*/, 'HASH')
      .replace(/@.*\.json/, '@.json'),
    path,
  ]),
);

const damages: { readonly [name: string]: (before: Buffer) => Buffer } = {
  empty: () => Buffer.of(),
  truncated: (before) => before.subarray(0, before.length >> 1),
  binary: () => Buffer.from([0, 255, 254, 10, 0, 1, 10]),
  list: () => Buffer.from('[1]\n'),
  foreign: () => Buffer.from('{"hello":"world"}\n'),
};

const readers = [
  [status, ''],
  [status, '--json'],
  [history, ''],
  [history, '--json --env dev'],
  [env, 'list'],
  [env, 'describe guarded'],
  [output, 'good --env dev'],
  [logs, 'good'],
  [logs, 'bad'],
  [why, 'bad'],
] as const;

/** What a command says, or that it crashed. */
async function said(command: (typeof readers)[number][0], words: string, folder: string): Promise<Said> {
  try {
    return await ran(command, words, folder);
  } catch (error) {
    return { status: 3, stdout: '', stderr: `${(error as Error).stack}` };
  }
}

damaged('makes no command crash, and hides nothing else', async () => {
  const folder = copyOf(whole);
  const told = new Set<string>();
  for (const [kind, path] of kinds) {
    const file = join(folder, '.plancc', path);
    const before = readFileSync(file);
    for (const [name, damage] of Object.entries(damages)) {
      writeFileSync(file, damage(before));
      for (const [command, words] of readers) {
        const { status: code, stdout, stderr } = await said(command, words, folder);
        const what = `${command.name} ${words} with ${path} ${name}:\n${stdout}${stderr}`;
        assert.ok(code === 0 || code === 1, what);
        if (code === 0 || stdout.includes('failed in')) continue;
        const problems = stdout.startsWith('{') ? stdout : stderr;
        assert.match(problems, /PLAN(7002|700[56]|611\d)/, what);
        if (problems.includes('PLAN7002')) {
          told.add(kind);
          assert.ok(problems.includes(path.replace(/^store\//, '')), `the file is named: ${what}`);
        }
        if (command === status && path.startsWith('store/environments/')) assert.match(stdout, 'good', what);
      }
    }
    writeFileSync(file, before);
  }
  assert.equal(
    [...told].sort(),
    [
      'engine/executions/plancc-dev--bad-PlanccStateMachine-local/ID/history.jsonl',
      'store/distributions/bad/1.0.0/manifest.json',
      'store/environments/dev/deployments/bad/ID.json',
      'store/environments/dev/deployments/good/ID.json',
      'store/environments/dev/environment.json',
      'store/environments/dev/inventory/good.json',
      'store/environments/guarded/deployments/good/ID.json',
      'store/environments/guarded/environment.json',
    ],
    'what these commands read',
  );
});

const junk = Buffer.from([0, 255, 10, 1, 10]);

damaged('keeps nobody from deploying, and what it was part of ends', async () => {
  const folder = copyOf(whole);
  const top = join(folder, '.plancc/engine');
  // Held by those that work in the folder it was copied from.
  for (const entry of readdirSync(top, { recursive: true, withFileTypes: true }))
    if (entry.isSymbolicLink()) rmSync(join(entry.parentPath, entry.name));
  for (const path of files.filter((one) => /^engine\/(executions|tokens|jobs)\//.test(one)))
    writeFileSync(join(folder, '.plancc', path), junk);
  for (const path of [
    'notifications/0.json',
    'active/%zz',
    'active/nothing of ours',
    'tokens/0.json',
    'tokens/0.open',
    'executions/plancc-deploying/0/start.json',
    `active/${encodeURIComponent('arn:aws:states:local:000000000000:execution:plancc-deploying:0')}`,
    'jobs/dev~good~000000000000/runner.json',
    'jobs/dev~good~000000000000/queue/0a.json',
    'jobs/dev~good~000000000000/notes/0a.json',
  ])
    write(top, path, junk);
  write(folder, 'plan.yaml', plan('other', 'echo'));
  write(folder, 'stack.yaml', stack);
  const deployed = plancc(['deploy', '--env', 'dev'], { cwd: folder });
  assert.is(deployed.status, 0, deployed.stdout + deployed.stderr);
  const again = plancc(['deploy', 'bad@1.0.0', '--env', 'dev'], { cwd: folder });
  assert.is(again.status, 1, again.stdout + again.stderr);
  assert.match(again.stdout, 'JobFailed');
  const { stdout } = plancc(['history', 'good', '--env', 'guarded'], { cwd: folder });
  assert.match(stdout, 'failed', 'what waited with its files damaged has ended');
  for (let looks = 0; isHeld(join(top, 'host.lock')); looks++) {
    assert.ok(looks < 100, 'the host ends');
    await setTimeout(100);
  }
  assert.not.match(readFileSync(join(top, 'host.log'), 'utf8'), /TypeError|SyntaxError|URIError/);
});

damaged.run();
