import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtures } from '../golden.js';
import { plancc } from './plancc.js';

const dependency = suite('--dependency');

const zips = {
  network: 'network/dist/network-2.3.1.zip',
  database: 'database/dist/database-1.6.0.zip',
};
let cwd: string;

dependency.before(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plancc-dependency-'));
});
dependency.before.each(() => cpSync(join(fixtures, 'landscape'), cwd, { recursive: true }));
dependency.after(() => rmSync(cwd, { recursive: true }));

const change = (plan: string, from: string, to: string) => {
  const file = join(cwd, plan, 'plan.yaml');
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), `${from} is in the plan`);
  writeFileSync(file, text.replace(from, to));
};
const validate = (...words: readonly string[]) => plancc(['validate', ...words], { cwd });

dependency('projects that fit together, each built with those before it', () => {
  assert.is(plancc(['build', 'network', '--quiet'], { cwd }).stdout, `${zips.network}\n`);
  const built = plancc(['build', 'database', '--dependency', zips.network, '--quiet'], { cwd });
  assert.equal(built, { status: 0, stdout: `${zips.database}\n`, stderr: '' });
  const both = ['--dependency', zips.network, `--dependency=${zips.database}`];
  assert.equal(validate('webshop', ...both, '--quiet').status, 0);
  const all = validate('network', 'database', 'webshop', ...both);
  assert.equal([all.status, /PLAN4|PLAN6/.test(all.stderr)], [0, false]);
});

dependency('an output that the distribution does not have, in a reference and in a parameter', () => {
  change('database', 'Dependencies.network.VpcCidr', 'Dependencies.network.VpcCider');
  change('database', 'Output: SubnetB', 'Output: SubnetBB');
  assert.is(validate('database').status, 0, 'nothing is known of it without the distribution');
  for (const command of ['validate', 'build']) {
    const { status, stderr } = plancc([command, 'database', '--dependency', zips.network], { cwd });
    const outputs =
      'outputs of network 2.3.1: PublicSubnetA, PublicSubnetB, SubnetA, SubnetB, VpcCidr, VpcId';
    assert.is(status, 1);
    assert.match(
      stderr,
      'database/plan.yaml:16:42: error[PLAN4002]: `SubnetBB` is not an output of `network`',
    );
    assert.match(stderr, `did you mean \`SubnetB\`? ${outputs}`);
    assert.match(
      stderr,
      'database/plan.yaml:79:43: error[PLAN4002]: `Dependencies.network.VpcCider` is not an output of `network`',
    );
    assert.match(stderr, `did you mean \`VpcCidr\`? ${outputs}`);
  }
});

dependency('a distribution without outputs', () => {
  change('network', 'Outputs:', 'Tags:');
  change('network', 'Tags: {', 'Package: { Exclude: [x] }\n# {');
  const { status, stderr } = plancc(['build', 'network', '--out', 'empty.zip'], { cwd });
  assert.is(status, 0, stderr);
  assert.match(
    validate('database', '--dependency', 'empty.zip').stderr,
    'help: remove the reference: there are no outputs of network 2.3.1',
  );
});

dependency('a version that is not in the range', () => {
  change('database', 'network: ^2.1.0', 'network: ^2.4.0');
  const { status, stderr } = validate('database', '--dependency', zips.network);
  assert.is(status, 1);
  assert.match(
    stderr,
    'database/plan.yaml:8:12: error[PLAN4053]: `network` 2.3.1 is not in the range `^2.4.0`',
  );
  assert.not.match(validate('database', '--dependency', zips.network).stderr, 'PLAN4002');
});

dependency('one that no plan depends on, and a second one of a name, are warned of', () => {
  const unused = validate('network', '--dependency', zips.network);
  assert.is(unused.status, 0);
  assert.match(
    unused.stderr,
    `${zips.network}: warning[PLAN6120]: not used: \`network\` is not among the \`Dependencies\` of the plan`,
  );
  const twice = validate('network', 'database', '--dependency', zips.network, '--dependency', zips.network);
  assert.is(twice.status, 0);
  assert.match(twice.stderr, `warning[PLAN6120]: not used: \`${zips.network}\` is \`network\` too`);
  assert.match(twice.stderr, '1 warning in 2 plans');
});

dependency('one that cannot be read is an error, and nothing is built', () => {
  for (const command of ['validate', 'build']) {
    const { status, stdout, stderr } = plancc([command, 'database', '--dependency', 'gone.zip'], { cwd });
    assert.equal([status, stdout], [1, '']);
    assert.match(stderr, 'gone.zip: error[PLAN6101]');
  }
  const json = JSON.parse(validate('database', '--dependency', 'network/plan.yaml', '--json').stdout);
  assert.equal(
    json.problems.map(({ severity }: { severity: string }) => severity),
    ['error'],
  );
});

dependency.run();
