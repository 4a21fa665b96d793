import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type TemplateName, templateNames, templates } from '../../src/cli/init/templates.js';
import { address } from '../../src/schema/address.js';
import { plancc } from '../cli/plancc.js';
import { inFolder } from '../folder.js';
import { contents, init } from './files.js';

const suiteOf = suite('templates of plancc init');

const root = join(import.meta.dirname, '../../templates');
const plansOf = (template: TemplateName): readonly string[] =>
  template === 'landscape' ? ['network', 'database', 'webshop'] : ['.'];

suiteOf('are the folders that there are', () => {
  assert.equal(
    readdirSync(root)
      .filter((name) => name !== 'shared')
      .sort(),
    [...templateNames].sort(),
  );
});

for (const template of templateNames) {
  suiteOf(
    `${template}: is set up, checked and built, without a question or a warning`,
    inFolder({}, (cwd) => {
      const made = plancc(['init', 'shop', '--template', template], { cwd });
      assert.is(made.status, 0, made.stderr);
      const shop = join(cwd, 'shop');
      const files = Object.entries(contents(shop)).filter(([, bytes]) => bytes !== 'folder');
      assert.equal(
        made.stdout.trimEnd().split('\n').sort(),
        files.map(([path]) => `shop/${path}`).sort(),
        'standard output has every file that was written',
      );
      for (const plan of plansOf(template)) {
        const folder = join(shop, plan);
        const checked = plancc(['validate', '-q'], { cwd: folder });
        assert.equal(checked, { status: 0, stdout: '', stderr: '' });
        const built = plancc(['build', '-q'], { cwd: folder });
        assert.is(built.stderr, '');
        assert.match(built.stdout, plan === '.' ? /^dist\/shop-0\.1\.0\.zip\n$/ : `dist/${plan}-0.1.0.zip`);
        assert.is(built.status, 0);
        assert.is(plancc(['verify', '-q', built.stdout.trim()], { cwd: folder }).status, 0);
      }
    }),
  );

  suiteOf(
    `${template}: its files are written byte for byte, but for the name and the first line of a plan`,
    inFolder({}, (cwd) => {
      const name = template === 'landscape' ? [] : ['--name', 'null'];
      init(cwd, '--template', template, ...name);
      const written = contents(cwd);
      for (const [path, text] of Object.entries(contents(join(root, template)))) {
        if (!path.endsWith('plan.yaml')) assert.is(written[path], text, path);
        else {
          const modeline = `# yaml-language-server: $schema=${address('schemas/plan.schema.json')}\n`;
          const named = path === 'plan.yaml' ? text.replace(/^Name: .*/m, 'Name: "null"') : text;
          assert.is(written[path], `${modeline}${named}`);
        }
      }
    }),
  );
}

suiteOf(
  '--list names each in a line, and writes nothing',
  inFolder({}, (cwd) => {
    const { stdout, stderr, status } = init(cwd, '--list');
    assert.equal(
      stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split(/ {2,}| /)[0]),
      templateNames,
    );
    for (const [name, describe] of Object.entries(templates)) {
      assert.match(stdout, new RegExp(`^${name} +${describe}$`, 'm'));
      assert.ok(describe.length <= 100, describe);
    }
    assert.equal([stderr, status, contents(cwd)], ['', 0, {}]);
    const { templates: listed } = JSON.parse(init(cwd, '--list', '--json').stdout);
    assert.equal(
      listed.map(({ name }: { name: string }) => name),
      templateNames,
    );
  }),
);

suiteOf('their tests pass and their scripts are whole', () => {
  const tests = spawnSync(process.execPath, ['--test'], {
    cwd: join(root, 'approval'),
    encoding: 'utf8',
    env: { PATH: process.env.PATH! },
  });
  assert.is(tests.status, 0, tests.stdout);
  assert.match(tests.stdout, /# pass 2/);
  const shell = spawnSync('sh', ['-n', join(root, 'runner/migrations/migrate.sh')], { encoding: 'utf8' });
  assert.equal([shell.status, shell.stderr], [0, '']);
});

suiteOf('the lock file of the CDK app fits its package.json', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(root, 'cdk', file), 'utf8'));
  const { dependencies, devDependencies } = read('package.json');
  const { packages } = read('package-lock.json');
  assert.equal(packages[''], { dependencies, devDependencies });
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    assert.is(packages[`node_modules/${name}`].version, version);
});

suiteOf.run();
