import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plancc } from '../cli/plancc.js';
import { copyOf } from '../folder.js';
import { matches } from '../matches.js';
import { contents, init } from './files.js';

const existing = suite('plancc init in projects that are there');

const fixtures = join(import.meta.dirname, '../../fixtures/init');

/** Does to a folder what `sam build` does, without installing packages. */
const sam = `#!/bin/sh
[ "$1" = build ] || exit 1
mkdir -p .aws-sam/build
cp -r template.yaml hello-world .aws-sam/build/
mkdir -p .aws-sam/build/hello-world/node_modules/nodemailer
echo 'module.exports = {}' > .aws-sam/build/hello-world/node_modules/nodemailer/index.js
`;

for (const name of readdirSync(fixtures)) {
  existing(`${name}: a plan for what is there, which builds without a warning`, () => {
    const folder = copyOf(join(fixtures, name, 'project'));
    const before = contents(folder);
    const { stdout, stderr, status } = init(folder, '--name', name);
    assert.is(status, 0, stderr);
    const after = contents(folder);
    for (const [path, bytes] of Object.entries(before)) assert.is(after[path], bytes, `${path} is as it was`);
    matches(join(fixtures, name, 'expected/plan.yaml'), readFileSync(join(folder, 'plan.yaml'), 'utf8'));
    matches(join(fixtures, name, 'expected/said.txt'), `${stdout}${stderr}`);

    assert.equal(plancc(['validate', '-q'], { cwd: folder }), { status: 0, stdout: '', stderr: '' });
    const tools = join(folder, '..', 'tools');
    mkdirSync(tools);
    writeFileSync(join(tools, 'sam'), sam);
    chmodSync(join(tools, 'sam'), 0o755);
    const env = { PATH: `${tools}:${process.env.PATH}` };
    const built = plancc(['build', '-q'], { cwd: folder, env });
    assert.equal(built, { status: 0, stdout: `dist/${name}-0.1.0.zip\n`, stderr: '' });
  });
}

existing('what `sam build` made is packed, with the packages of the functions', () => {
  const folder = copyOf(join(fixtures, 'sam-with-packages/project'));
  writeFileSync(join(folder, 'sam'), sam, { mode: 0o755 });
  const env = { PATH: `${folder}:${process.env.PATH}` };
  init(folder, '--name', 'newsletter');
  plancc(['build', '-q'], { cwd: folder, env });
  const { manifest } = JSON.parse(
    plancc(['inspect', '--json', 'dist/newsletter-0.1.0.zip'], { cwd: folder }).stdout,
  );
  const paths = manifest.files.map(({ path }: { path: string }) => path);
  assert.ok(paths.includes('files/.aws-sam/build/template.yaml'), paths.join('\n'));
  const zip = paths.find((path: string) => path.startsWith('assets/'));
  assert.ok(zip, 'the code of the function is an asset');
});

existing('a stale `.aws-sam/build` is one more reason to build before packing', () => {
  const folder = copyOf(join(fixtures, 'sam-with-packages/project'));
  writeFileSync(join(folder, 'hello-world/package.json'), '{}');
  assert.not.match(planIn(folder), 'sam build');
  cpSync(join(folder, 'template.yaml'), join(folder, '.aws-sam/build/template.yaml'));
  assert.match(planIn(folder), 'sam build');
});

/** The plan that would be written. */
function planIn(folder: string): string {
  const copy = copyOf(folder);
  init(copy, '--name', 'shop');
  return readFileSync(join(copy, 'plan.yaml'), 'utf8');
}

existing('a template that is asked for is taken, whatever is there', () => {
  const folder = copyOf(join(fixtures, 'templates/project'));
  const { template, name, recognised } = JSON.parse(
    init(folder, '--template', 'minimal', '--name', 'other', '--json').stdout,
  );
  assert.equal([template, name, recognised], ['minimal', 'other', []]);
});

existing('--json says what was recognised, written and kept', () => {
  const folder = copyOf(join(fixtures, 'monorepo/project'));
  assert.equal(JSON.parse(init(folder, '--json', '--name', 'shop').stdout), {
    name: 'shop',
    recognised: [
      { state: 'Network', type: 'cfn', file: 'network/template.yaml' },
      { state: 'Backend', type: 'sam', file: 'backend/template.yaml' },
      { state: 'Infra', type: 'cdk', file: 'infra/cdk.json' },
    ],
    files: ['plan.yaml', '.gitignore', '.planccignore'],
    kept: ['.github/workflows/plancc.yml'],
    problems: [],
  });
});

existing.run();
