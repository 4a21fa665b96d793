import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../../folder.js';
import { good, plancc } from '../plancc.js';

const files = suite('validate --fix');

const wrong = `name: shop
Version: 1.0
States:
  Note: { Type: Runner, Properties: { Comands: [./x], Environment: { A: \${{ Enviroment }}-x } }, Next: Wiat }
  Wait: { Type: Wait, Seconds: 10m }
`;
const right = `Name: shop
Version: 1.0.0
States:
  Note: { Type: runner, Properties: { Commands: [./x], Environment: { A: "\${{ Environment }}-x" } }, Next: Wait }
  Wait: { Type: Wait, Seconds: 600 }
`;

files(
  'corrects what is certain, says what, and then finds nothing more',
  inFolder({ 'plan.yaml': wrong }, (cwd) => {
    const { status, stdout, stderr } = plancc(['validate', '--fix'], { cwd });
    assert.is(readFileSync(join(cwd, 'plan.yaml'), 'utf8'), right);
    assert.equal([status, stdout], [0, '']);
    assert.match(stderr, 'plan.yaml:1:1: fixed[PLAN1003]: wrote `Name` for `name`\n');
    assert.match(stderr, 'fixed[PLAN2001]: wrote `Wait` for `Wiat`\n');
    assert.match(stderr, /\nno problems in 1 plan\n$/);
    assert.equal(plancc(['validate', '--fix'], { cwd }), {
      status: 0,
      stdout: '',
      stderr: 'no problems in 1 plan\n',
    });
  }),
);

files(
  'leaves what is not certain, and reports it',
  inFolder(
    { 'plan.yaml': `${good}  Other: { Type: Pass, Next: Nowhere }\n`.replace('Seconds', 'Secnds') },
    (cwd) => {
      const { status, stderr } = plancc(['validate', '--fix'], { cwd });
      assert.match(stderr, 'fixed[PLAN1003]: wrote `Seconds` for `Secnds`\n');
      assert.match(stderr, 'error[PLAN2001]: `Next` leads to `Nowhere`');
      assert.is(status, 1);
    },
  ),
);

files(
  '--json lists what was fixed',
  inFolder({ 'plan.yaml': good.replace('Seconds', 'Secnds') }, (cwd) => {
    const { stdout, stderr } = plancc(['validate', '--fix', '--json'], { cwd });
    const [start, file] = [{ line: 4, column: 23, offset: 57 }, 'plan.yaml'];
    assert.equal(JSON.parse(stdout), {
      fixed: [{ code: 'PLAN1003', file, start, was: 'Secnds', text: 'Seconds' }],
      problems: [],
    });
    assert.is(stderr, '');
  }),
);

files(
  'line breaks, byte order mark, comments, mode and links stay',
  inFolder({ 'real/shop.yaml': `\uFEFF${wrong.replaceAll('\n', ' # why\r\n')}` }, (cwd) => {
    chmodSync(join(cwd, 'real/shop.yaml'), 0o640);
    symlinkSync('real/shop.yaml', join(cwd, 'plan.yaml'));
    assert.is(plancc(['validate', '--fix'], { cwd }).status, 0);
    assert.is(
      readFileSync(join(cwd, 'real/shop.yaml'), 'utf8'),
      `\uFEFF${right.replaceAll('\n', ' # why\r\n')}`,
    );
    assert.is(statSync(join(cwd, 'real/shop.yaml')).mode & 0o777, 0o640);
    assert.ok(lstatSync(join(cwd, 'plan.yaml')).isSymbolicLink());
  }),
);

files(
  'plans in JSON and definitions too',
  inFolder(
    {
      'plan.json': '{"name":"shop","Version":1.0,"States":{"Wait":{"Type":"wait","Seconds":"10"}}}',
      'machine.asl.json':
        '{"StartAt":"Wiat","States":{"Wait":{"Type":"Wait","Seconds":1,"End":true},"Other":{"Type":"Pass","End":true}}}',
    },
    (cwd) => {
      plancc(['validate', '--fix', 'plan.json', 'machine.asl.json'], { cwd });
      assert.is(
        readFileSync(join(cwd, 'plan.json'), 'utf8'),
        '{"Name":"shop","Version":"1.0.0","States":{"Wait":{"Type":"Wait","Seconds":10}}}',
      );
      assert.match(readFileSync(join(cwd, 'machine.asl.json'), 'utf8'), '"StartAt":"Wait"');
    },
  ),
);

files(
  'standard input cannot be fixed',
  inFolder({}, (cwd) => {
    assert.equal(plancc(['validate', '--fix', '-'], { cwd, input: wrong }), {
      status: 2,
      stdout: '',
      stderr:
        'plancc: `--fix` needs a file, and `-` is standard input\n  = help: name the plan or its folder\n',
    });
  }),
);

files(
  'a folder that may not be written: the plan stays as it was',
  inFolder({ 'plan.yaml': wrong }, (cwd) => {
    chmodSync(cwd, 0o555);
    // Root may write everywhere.
    const { status, stderr } = plancc(['validate', '--fix'], {
      cwd,
      ...(process.getuid?.() === 0 && { uid: 65534 }),
    });
    chmodSync(cwd, 0o755);
    assert.match(stderr, /error\[PLAN6011\]: `.*plan\.yaml` cannot be written: permission denied/);
    assert.is(status, 1);
    assert.is(readFileSync(join(cwd, 'plan.yaml'), 'utf8'), wrong);
  }),
);

files(
  'what is counted or lettered is not guessed',
  inFolder({ 'plan.yaml': `${good}  Deploy 1: { Type: Pass, Next: Deploy 2 }\n` }, (cwd) => {
    const { stderr } = plancc(['validate', '--fix'], { cwd });
    assert.not.match(stderr, 'fixed[');
    assert.match(stderr, 'did you mean `Deploy 1`?');
  }),
);

files.run();
