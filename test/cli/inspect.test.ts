import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { good, plancc } from './plancc.js';

const inspect = suite('plancc inspect and verify');

const project = {
  'plan.yaml': `${good}Description: A small one\nTags: { team: payments }\nDependencies: { network: ^2.1.0 }\n`,
  'code/index.js': 'console.log(1);\n',
};
const zip = 'dist/small-1.0.0.zip';

const inBuilt = (test: (cwd: string) => void) =>
  inFolder(project, (cwd) => {
    assert.is(plancc(['build', '-q'], { cwd }).status, 0);
    test(cwd);
  });

inspect(
  'shows what a distribution says of itself, and its files',
  inBuilt((cwd) => {
    const { status, stdout, stderr } = plancc(['inspect', zip], { cwd });
    assert.match(stdout, /^small 1\.0\.0\n {2}id +[0-9a-f]{64}\n/);
    for (const shown of [
      'A small one',
      'team=payments',
      'network ^2.1.0',
      'plancc 0.1.0',
      'files/code/index.js',
    ])
      assert.match(stdout, shown);
    assert.is(stderr, '');
    assert.is(status, 0);
    assert.not.match(plancc(['inspect', zip, '--quiet'], { cwd }).stdout, 'files/code');
  }),
);

inspect(
  'verify prints the id, which is that of the manifest',
  inBuilt((cwd) => {
    const { id, manifest } = JSON.parse(plancc(['inspect', zip, '--json'], { cwd }).stdout);
    assert.is(manifest.name, 'small');
    assert.equal(plancc(['verify', zip, '--quiet'], { cwd }), { status: 0, stdout: `${id}\n`, stderr: '' });
    assert.match(plancc(['verify', zip], { cwd }).stderr, /files are as they were built\n$/);
    const json = JSON.parse(plancc(['verify', zip, '--json'], { cwd }).stdout);
    assert.equal(json, { file: zip, name: 'small', version: '1.0.0', id, problems: [] });
  }),
);

inspect(
  'a file that was changed, cut short, or is something else is refused',
  inBuilt((cwd) => {
    const bytes = readFileSync(join(cwd, zip));
    const changed = Buffer.from(bytes);
    const at = bytes.indexOf('plan/definition.asl.json', bytes.indexOf('PK', 4)) + 40;
    changed[at] = changed[at]! ^ 1;
    writeFileSync(join(cwd, 'changed.zip'), changed);
    writeFileSync(join(cwd, 'short.zip'), bytes.subarray(0, bytes.length - 100));
    for (const file of ['changed.zip', 'short.zip', 'plan.yaml', 'missing.zip', 'code']) {
      const { status, stdout, stderr } = plancc(['verify', file], { cwd });
      assert.match(stderr, new RegExp(`^${file}: error\\[PLAN61\\d\\d\\]: `));
      assert.is(stdout, '');
      assert.is(status, 1);
      const { problems } = JSON.parse(plancc(['verify', file, '--json'], { cwd }).stdout);
      assert.ok(problems.length > 0);
    }
    assert.match(plancc(['inspect', 'missing.zip'], { cwd }).stderr, 'no such file or folder');
  }),
);

inspect.run();
