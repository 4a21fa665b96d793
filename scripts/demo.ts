import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from './build.js';

// Deploys three projects that belong together to an environment on this machine, and shows what runs there.
const root = join(import.meta.dirname, '..');
const store = 'dist/demo/.plancc';
const plancc = relative(process.cwd(), join(root, 'bin/plancc.cjs'));

/** Whether the command went well. */
function run(...words: readonly string[]): boolean {
  console.log(`\n$ plancc ${words.join(' ')}`);
  const { status } = spawnSync(process.execPath, [join(root, 'bin/plancc.cjs'), ...words, '--store', store], {
    cwd: root,
    stdio: 'inherit',
  });
  return status === 0;
}

await build();
rmSync(join(root, 'dist/demo'), { recursive: true, force: true });
// The pages of the web shop are a CDK app, which is really synthesised: its packages come from npm.
const deployed = ['network', 'database', 'webshop'].every((name) =>
  run('deploy', `fixtures/landscape/${name}`, '--env', 'dev'),
);
if (deployed && run('status'))
  console.log(`
That is an environment. It is in ${store}; stacks are recorded there, not created, and everything else is real.
In the same folder, with \`plancc() { node ${plancc} "$@" --store ${store}; }\`:

What was deployed:             plancc history --env dev
What others may depend on:     plancc output database --env dev
A failure, rehearsed:          plancc deploy fixtures/landscape/network --env dev --rehearse dev-network-vpc
Why it failed, and go on:      plancc why network --env dev; plancc retry network --env dev
Production asks for approval:  plancc env create production --kind production
                               plancc promote network --from dev --to production
                               plancc promote database --from dev --to production; plancc approve --env production
A picture of a plan:           node ${plancc} graph fixtures/landscape/webshop --out dist/demo/webshop.html`);
process.exitCode = deployed ? 0 : 1;
