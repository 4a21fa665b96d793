import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { bad, bin, good, plancc } from './plancc.js';

const validate = suite('plancc validate');

validate(
  'a good plan: nothing on standard output, a word on standard error',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    assert.equal(plancc(['validate'], { cwd }), { status: 0, stdout: '', stderr: 'no problems in 1 plan\n' });
    assert.equal(plancc(['validate', '--quiet'], { cwd }), { status: 0, stdout: '', stderr: '' });
  }),
);

validate(
  'problems go to standard error, with their place as the user would write it',
  inFolder({ 'shop/plan.yaml': bad }, (cwd) => {
    const { status, stdout, stderr } = plancc(['validate', 'shop'], { cwd });
    assert.match(stderr, /^shop\/plan\.yaml:4:41: error\[PLAN2001\]: .*Wiat/);
    assert.match(stderr, /1 error in 1 plan\n$/);
    assert.is(stdout, '');
    assert.is(status, 1);
    assert.not.match(plancc(['validate', 'shop', '-q'], { cwd }).stderr, 'in 1 plan');
  }),
);

validate(
  '--json puts them on standard output, and nothing else anywhere',
  inFolder({ 'plan.yaml': bad }, (cwd) => {
    const { status, stdout, stderr } = plancc(['validate', '--json'], { cwd });
    const { problems } = JSON.parse(stdout);
    assert.is(problems.length, 1);
    const [{ code, severity, file, start }] = problems;
    assert.equal([code, severity, file, start.line], ['PLAN2001', 'error', 'plan.yaml', 4]);
    assert.is(stderr, '');
    assert.is(status, 1);
  }),
);

validate(
  'several plans at once, each with its own problems',
  inFolder({ 'a/plan.yaml': bad, 'b/plan.json': '{"Name":"b","Version":"1.0.0"}', 'c.yaml': good }, (cwd) => {
    const { status, stderr } = plancc(['validate', 'a', 'b', 'c.yaml'], { cwd });
    assert.match(stderr, 'a/plan.yaml:4:');
    assert.match(stderr, 'b/plan.json');
    assert.not.match(stderr, 'c.yaml');
    assert.match(stderr, '2 errors in 3 plans');
    assert.is(status, 1);
  }),
);

validate(
  '- is standard input, in YAML or JSON, with the files of this folder',
  inFolder({ 'templates/t.yaml': 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n' }, (cwd) => {
    const states = '{ A: { Type: cfn, Properties: { StackName: a, Template: templates/t.yaml } } }';
    const input = `Name: a\nVersion: 1.0.0\nStates: ${states}\n`;
    assert.is(plancc(['validate', '-'], { cwd, input }).status, 0);
    const json = '{"Name":"a","Version":"1.0.0","States":{"A":{"Type":"Succeed"}}}';
    assert.is(plancc(['validate', '-'], { cwd, input: json }).status, 0);
    assert.match(plancc(['validate', '-'], { cwd, input: bad }).stderr, /^<stdin>:4:41: error/);
    assert.match(plancc(['validate', '-'], { cwd, input: '' }).stderr, /^<stdin>: error\[PLAN0004\]/);
  }),
);

validate(
  'the version may come from the command line',
  inFolder({ 'plan.yaml': good.replace('Version: 1.0.0\n', '') }, (cwd) => {
    assert.is(plancc(['validate'], { cwd }).status, 1);
    assert.is(plancc(['validate', '--set-version', '1.2.3'], { cwd }).status, 0);
  }),
);

validate(
  'a folder without a plan: which names were looked for',
  inFolder({ 'plan.yaml.txt': good }, (cwd) => {
    const { status, stderr } = plancc(['validate'], { cwd });
    assert.match(stderr, '.: error[PLAN0020]: there is no plan in this folder');
    assert.match(stderr, 'plan.yaml, plan.yml, plan.json, plancc.yaml');
    assert.is(status, 1);
  }),
);

validate(
  'a folder with two plans: which',
  inFolder({ 'plan.yaml': good, 'plancc.yaml': good }, (cwd) => {
    const { status, stderr } = plancc(['validate'], { cwd });
    assert.match(stderr, '.: error[PLAN0021]: `plan.yaml` and `plancc.yaml` are both here');
    assert.is(status, 1);
    assert.is(plancc(['validate', 'plancc.yaml'], { cwd }).status, 0);
  }),
);

validate(
  'a path that is not there: did you mean',
  inFolder({ 'release.yaml': good }, (cwd) => {
    const { status, stderr } = plancc(['validate', './relase.yaml'], { cwd });
    assert.match(stderr, 'error[PLAN0022]: the plan cannot be read: no such file or folder');
    assert.match(stderr, 'did you mean `release.yaml`?');
    assert.is(status, 1);
  }),
);

validate(
  'a plan that cannot be read: which, and what it is',
  inFolder({ 'secret/plan.yaml': good }, (cwd) => {
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'secret/plan.yaml'), 0);
    // Root may read everything.
    const { stderr, status } = plancc(['validate', 'secret'], {
      cwd,
      ...(process.getuid?.() === 0 && { uid: 65534 }),
    });
    assert.match(stderr, 'secret/plan.yaml: error[PLAN0022]: the plan cannot be read: permission denied\n');
    assert.is(status, 1);
    mkdirSync(join(cwd, 'folder/plan.yaml'), { recursive: true });
    assert.match(
      plancc(['validate', 'folder'], { cwd }).stderr,
      'folder/plan.yaml: error[PLAN0022]: the plan cannot be read: it is a folder\n',
    );
    mkdirSync(join(cwd, 'links'));
    symlinkSync('gone', join(cwd, 'links/plan.yaml'));
    for (const named of ['links', 'links/plan.yaml'])
      assert.match(
        plancc(['validate', named], { cwd }).stderr,
        'links/plan.yaml: error[PLAN0022]: the plan cannot be read: it is a link to `gone`: no such file or folder\n',
      );
  }),
);

validate(
  'standard input that is a folder, and a current folder that is gone',
  inFolder({ 'plan.yaml': good, 'gone/x': '' }, (cwd) => {
    const shell = (line: string) =>
      spawnSync('bash', ['-c', line.replaceAll('plancc ', `"${process.execPath}" "${bin}" `)], {
        cwd,
        encoding: 'utf8',
      });
    const input = shell('plancc validate - < .');
    assert.match(input.stderr, '<stdin>: error[PLAN0022]: the plan cannot be read: it is a folder\n');
    assert.is(input.status, 1);
    const elsewhere = shell(`cd gone && rm -r ../gone && plancc validate ${join(cwd, 'plan.yaml')}`);
    assert.equal([elsewhere.stderr, elsewhere.status], ['no problems in 1 plan\n', 0]);
    const here = shell('mkdir gone && cd gone && rm -r ../gone && plancc validate');
    assert.match(here.stderr, '.: error[PLAN0022]: the plan cannot be read: no such file or folder\n');
    assert.is(here.status, 1);
  }),
);

validate('what has no end is not read to its end', () => {
  for (const words of [['/dev/zero'], ['-']]) {
    const line = `"${process.execPath}" "${bin}" validate ${words} < /dev/zero`;
    const { stderr, status } = spawnSync('bash', ['-c', line], { encoding: 'utf8', timeout: 10_000 });
    assert.match(stderr, 'error[PLAN0010]: the file is larger than 4 MiB');
    assert.is(status, 1);
  }
});

validate.run();
