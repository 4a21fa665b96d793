import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { bad, good, plancc } from './plancc.js';

const build = suite('plancc build');

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const withBefore = (...commands: string[]) => `${good}Package: { Before: ${JSON.stringify(commands)} }\n`;

build(
  'says what it wrote and its id; the path alone is on standard output',
  inFolder({ 'shop/plan.yaml': good, 'shop/code/index.js': '1' }, (cwd) => {
    const { status, stdout, stderr } = plancc(['build', 'shop'], { cwd });
    assert.is(stdout, 'shop/dist/small-1.0.0.zip\n');
    assert.match(stderr, /^built small 1\.0\.0: \d files, [\d.]+ kB\n {2}id {4}[0-9a-f]{64}\n/);
    assert.is(status, 0);
    assert.equal(readdirSync(join(cwd, 'shop/dist')), ['small-1.0.0.zip']);
  }),
);

build(
  'gives the same bytes again, with its earlier output beside it',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const file = join(cwd, 'dist/small-1.0.0.zip');
    plancc(['build', '--out-dir', 'dist/parts'], { cwd });
    const first = digest(file);
    plancc(['build', '--out-dir', 'dist/parts'], { cwd });
    assert.is(digest(file), first);
  }),
);

build(
  '--out-dir anywhere in the project: the same bytes again, and all of its other files',
  inFolder({}, (cwd) => {
    const template =
      'Resources: { F: { Type: AWS::Lambda::Function, Properties: { Runtime: nodejs22.x, Handler: i.h, Role: r, Code: ../code } } }';
    const plan = `${good}  A: { Type: cfn, Properties: { StackName: a, Template: templates/a.yaml } }\n`;
    const project = { 'plan.yaml': plan, 'templates/a.yaml': template, 'code/i.js': '1' };
    for (const [index, folder] of ['.', 'code'].entries()) {
      const root = join(cwd, `${index}`);
      for (const [path, text] of Object.entries(project)) {
        mkdirSync(join(root, path, '..'), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      const words = ['build', '--json', '--out', '../out.zip', '--out-dir', folder];
      const [first, second] = [1, 2].map(() => JSON.parse(plancc(words, { cwd: root }).stdout));
      assert.equal(first.problems, []);
      assert.is(first.id, second.id, folder);
      const { manifest } = JSON.parse(plancc(['inspect', '--json', '../out.zip'], { cwd: root }).stdout);
      const packed = manifest.files.map(({ path }: { path: string }) => path);
      assert.equal(
        packed.filter((path: string) => path.startsWith('files/')),
        ['code/i.js', 'plan.yaml', 'templates/a.yaml'].map((path) => `files/${path}`),
      );
    }
  }),
);

build(
  '--out-dir never replaces a file that a state needs',
  inFolder({}, (cwd) => {
    const plan = `${good}  A: { Type: cfn, Properties: { StackName: a, Template: template.json } }\n`;
    const template = '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic"}}}';
    writeFileSync(join(cwd, 'plan.yaml'), plan);
    writeFileSync(join(cwd, 'template.json'), template);
    const { status, stderr } = plancc(['build', '--out-dir', '.'], { cwd });
    assert.match(
      stderr,
      'template.json: error[PLAN6011]: `template.json` cannot be written: a state needs that file',
    );
    assert.is(status, 1);
    assert.is(readFileSync(join(cwd, 'template.json'), 'utf8'), template);
    assert.equal(readdirSync(cwd).sort(), ['plan.yaml', 'template.json']);
  }),
);

build(
  '--json: everything about it, on standard output',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const { status, stdout, stderr } = plancc(['build', '--json', '--out', 'a.zip'], { cwd });
    const { file, name, version, id, size, files, problems } = JSON.parse(stdout);
    assert.equal([file, name, version, problems], ['a.zip', 'small', '1.0.0', []]);
    assert.is(size, readFileSync(join(cwd, 'a.zip')).length);
    assert.ok(files > 4);
    assert.is(JSON.parse(plancc(['inspect', 'a.zip', '--json'], { cwd }).stdout).id, id);
    assert.is(stderr, '');
    assert.is(status, 0);
  }),
);

build(
  '--out-dir: what the compiler made, as files',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const { stderr } = plancc(['build', '--out-dir', 'parts'], { cwd });
    assert.match(stderr, '\n  parts parts\n');
    const definition = JSON.parse(readFileSync(join(cwd, 'parts/definition.asl.json'), 'utf8'));
    assert.equal(Object.keys(definition.States), ['Wait']);
    assert.ok(JSON.parse(readFileSync(join(cwd, 'parts/template.json'), 'utf8')).Resources);
    assert.equal(readdirSync(join(cwd, 'parts')).sort(), [
      'definition.asl.json',
      'graph.mmd',
      'sourcemap.json',
      'substitutions.json',
      'template.json',
    ]);
  }),
);

build(
  'the version may come from the command line, and the plan from standard input',
  inFolder({ 'code.js': '1' }, (cwd) => {
    const { stdout, status } = plancc(['build', '-', '--set-version', '2.0.0-rc.1'], { cwd, input: good });
    assert.is(stdout, 'dist/small-2.0.0-rc.1.zip\n');
    assert.is(status, 0);
  }),
);

build(
  'a plan with an error leaves an older distribution as it is',
  inFolder({ 'plan.yaml': bad, 'dist/small-1.0.0.zip': 'PK old' }, (cwd) => {
    const { status, stdout, stderr } = plancc(['build', '--out-dir', 'parts'], { cwd });
    assert.match(stderr, /^plan\.yaml:4:41: error\[PLAN2001\]/);
    assert.is(stdout, '');
    assert.is(status, 1);
    assert.is(readFileSync(join(cwd, 'dist/small-1.0.0.zip'), 'utf8'), 'PK old');
    assert.not.ok(existsSync(join(cwd, 'parts')));
  }),
);

build(
  'an output that cannot be written',
  inFolder({ 'plan.yaml': good, file: 'x', 'notes.txt': 'mine' }, (cwd) => {
    mkdirSync(join(cwd, 'locked'));
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'locked'), 0o555);
    const user = process.getuid?.() === 0 ? { uid: 65534 } : {};
    for (const [out, reason] of [
      ['locked/a.zip', 'permission denied'],
      ['file/a.zip', 'a part of its path is not a folder'],
      ['locked', 'it is a folder'],
      ['notes.txt', 'it exists and is not a zip'],
    ] as const) {
      const { status, stdout, stderr } = plancc(['build', '--out', out], { cwd, ...user });
      assert.match(stderr, 'error[PLAN6011]');
      assert.match(stderr, `cannot be written: ${reason}`);
      assert.is(stdout, '');
      assert.is(status, 1);
    }
    assert.is(readFileSync(join(cwd, 'notes.txt'), 'utf8'), 'mine');
    assert.equal(readdirSync(cwd).sort(), ['file', 'locked', 'notes.txt', 'plan.yaml']);
  }),
);

build(
  'a folder for the parts that cannot be written',
  inFolder({ 'plan.yaml': good, file: 'x' }, (cwd) => {
    const { status, stderr } = plancc(['build', '--out-dir', 'file'], { cwd });
    assert.match(stderr, /file: error\[PLAN6011\]: `file` cannot be written/);
    assert.is(status, 1);
  }),
);

build(
  'commands of Package.Before run in a copy, and what they write is shown on standard error',
  inFolder(
    { 'plan.yaml': withBefore('echo made > made.txt', 'echo to-stdout; echo to-stderr >&2') },
    (cwd) => {
      const { status, stdout, stderr } = plancc(['build'], { cwd });
      assert.is(stdout, 'dist/small-1.0.0.zip\n');
      assert.match(stderr, 'to-stdout\n');
      assert.match(stderr, 'to-stderr\n');
      assert.is(status, 0);
      assert.not.ok(existsSync(join(cwd, 'made.txt')));
      assert.match(plancc(['inspect', 'dist/small-1.0.0.zip'], { cwd }).stdout, 'files/made.txt');
      assert.not.match(plancc(['build', '--quiet'], { cwd }).stderr, 'to-std');
    },
  ),
);

build(
  'a command that fails: its output, its place, and nothing written',
  inFolder({ 'plan.yaml': withBefore('true', 'echo no such module; exit 3') }, (cwd) => {
    for (const words of [['build'], ['build', '--quiet'], ['build', '--json']]) {
      const { status, stderr, stdout } = plancc(words, { cwd });
      assert.match(stderr, 'no such module\n');
      assert.match(stderr + stdout, 'PLAN6012');
      assert.is(status, 1);
    }
    assert.match(plancc(['build'], { cwd }).stderr, /plan\.yaml:5:\d+: error\[PLAN6012\]/);
    assert.equal(readdirSync(cwd), ['plan.yaml']);
  }),
);

build(
  'no command runs for a plan that is wrong in itself',
  inFolder({ 'plan.yaml': withBefore('echo ran').replace('Seconds: 1', 'Secnds: 1') }, (cwd) => {
    const { status, stderr } = plancc(['build'], { cwd });
    assert.not.match(stderr, 'ran\n');
    assert.is(status, 1);
  }),
);

build(
  'what a command makes is there when the plan is compiled',
  inFolder({}, (cwd) => {
    const template = '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic"}}}';
    const plan = [
      'Name: small\nVersion: 1.0.0',
      `Package: { Before: ['printf ''%s'' ''${template}'' > made.json'] }`,
      'States:\n  A: { Type: cfn, Properties: { StackName: a, Template: made.json } }\n',
    ].join('\n');
    writeFileSync(join(cwd, 'plan.yaml'), plan);
    assert.is(plancc(['build'], { cwd }).status, 0);
    const validated = plancc(['validate'], { cwd });
    assert.is(validated.status, 0);
    assert.match(validated.stderr, /warning\[PLAN3001\].*made\.json/);
  }),
);

build(
  'what an earlier build wrote is not packed, and another distribution of the same version is told',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const id = (words: readonly string[]) =>
      JSON.parse(plancc(['build', '--json', ...words], { cwd }).stdout).id;
    const first = id(['--out-dir', 'dist/parts']);
    assert.is(id([]), first);
    assert.not.match(plancc(['build'], { cwd }).stderr, '  was  ');
    writeFileSync(join(cwd, 'more.txt'), 'more');
    assert.match(plancc(['build'], { cwd }).stderr, `  was   ${first}: if that one was shipped as 1.0.0`);
  }),
);

build.run();
