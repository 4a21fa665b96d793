import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newFolder, write } from '../../folder.js';
import { session } from '../on-terminal.js';
import { inProject, versioned } from './project.js';

const life = suite('the life of a distribution, on one machine');

life(
  'deployed, changed, rolled back and promoted',
  inProject((run, folder) => {
    const first = run('deploy --env dev');
    assert.match(first.stderr, 'made the environment dev, for tests, in .plancc\n');
    assert.match(first.stderr, 'shop 1.0.0 → dev, where it does not run yet\n');
    assert.match(first.stdout, /^\d\d:\d\d:\d\d {2}Approve: skipped$/m);
    assert.match(first.stdout, /^\d\d:\d\d:\d\d {2}Work \| working$/m);
    assert.match(first.stdout, /^shop 1\.0\.0 runs in dev, deployed in [\d.]+ s\n {2}Greeting {2}hello\n$/m);
    assert.is(first.status, 0, first.stdout);

    assert.is(run('deploy --env dev --quiet').status, 0, 'the same again');
    write(folder, 'note.txt', 'more');
    const other = run('deploy --env dev');
    assert.match(other.stderr, 'error[PLAN7004]: shop 1.0.0 is in the store already');
    assert.match(other.stderr, 'raise `Version` in the plan');
    assert.is(other.status, 1);

    write(folder, 'plan.yaml', versioned('1.1.0'));
    assert.match(
      run('deploy --env dev').stderr,
      'shop 1.0.0 → 1.1.0 in dev\n  files: added note.txt; changed plan.yaml\n',
    );
    assert.match(run('status').stdout, /^ {8}dev\n {2}shop {2}1\.1\.0\n/);
    assert.match(run('rollback shop --env dev').stdout, 'shop 1.0.0 runs in dev');
    const back = run('rollback shop --env dev --to 1.2.0');
    assert.match(back.stderr, 'error[PLAN7025]: version 1.2.0 of `shop` is not in the store');
    assert.match(back.stderr, 'versions: 1.1.0, 1.0.0');

    assert.is(run('promote shop@1.1.0 --from dev --to staging').status, 0);
    assert.match(run('output shop --env staging').stdout, 'Greeting  hello');
    const [newest, ...others] = run('history').stdout.trim().split('\n');
    assert.match(newest!, /shop 1\.1\.0 {2}promote from dev {2}staging {2}succeeded/);
    assert.is(others.length, 4);
  }),
);

life(
  'production asks, waits for approval, and is told who decided what',
  inProject(async (run, folder) => {
    run('env create production --kind production');
    const nobody = run('deploy --env production');
    assert.match(nobody.stderr, '`production` is production, and there is no terminal to ask at');
    assert.is(nobody.status, 2);
    assert.is(run('history').status, 1, 'nothing was requested');

    const { until, type, ended } = session(['deploy', '--env', 'production'], folder);
    await until('deploy it to production, which is production? [y/N] ');
    type('y\n');
    await until('waits for an approval');
    assert.match(run('status').stdout, '1.0.0 waits for approval');
    assert.match(run('approve --state Aprove').stderr, 'did you mean `Approve`?');
    const approved = run('approve shop --comment "tested by Ben"');
    assert.match(approved.stderr, 'approved Approve of shop 1.0.0 in production: Release 1.0.0?\n');
    const { shown, status } = await ended;
    assert.is(status, 0, shown);
    assert.match(shown, /✓.* Approve +\d/);
    const { deployments } = JSON.parse(run('history --json').stdout);
    assert.is(deployments[0].decisions[0].comment, 'tested by Ben');

    const no = session(['deploy', '--env', 'production'], folder);
    await no.until('[y/N] ');
    no.type('\n');
    assert.is((await no.ended).status, 1);

    const refused = session(['deploy', '--env', 'production', '--yes'], folder);
    await refused.until('waits for an approval');
    assert.is(run('reject --comment "not on a Friday"').status, 0);
    const end = await refused.ended;
    assert.match(end.shown, 'failed with ApprovalRejected');
    assert.match(end.shown, 'not on a Friday');
    assert.is(end.status, 1);
    assert.match(run('approve').stderr, 'error[PLAN7027]: no approval waits now');
  }),
);

life(
  'nothing is brought to the store of production before somebody agrees',
  inProject((run, folder) => {
    const other = newFolder();
    const promote = `promote shop --from dev --to live --to-store ${other}`;
    const shipped = () => existsSync(join(other, 'store/distributions/shop/1.1.0'));
    run('deploy --env dev --quiet');
    run(`env create live --kind production --store ${other}`);
    assert.is(run(`${promote} --yes --quiet`).status, 0);
    write(folder, 'plan.yaml', versioned('1.1.0'));
    run('deploy --env dev --quiet');
    const asked = run(promote);
    assert.is(asked.status, 2);
    assert.match(
      asked.stderr,
      /^shop 1\.0\.0 → 1\.1\.0 in live\n {2}files: changed plan\.yaml\nplancc: `live` is pro/,
    );
    assert.not(shipped());
    const agreed = run(`${promote} --yes`);
    assert.is(agreed.status, 0, agreed.stderr);
    assert.match(
      agreed.stderr,
      / in live\n {2}files: changed plan\.yaml\nshipped shop 1\.1\.0 in \S+: 1 new file/,
    );
    assert.ok(shipped());
  }),
);

life(
  'what failed is explained, retried from there, or rolled back',
  inProject((run, folder) => {
    assert.is(run('deploy --env dev -q').status, 0);
    write(folder, 'plan.yaml', versioned('1.1.0').replace('test ! -e broken', `test ! -e ${folder}/broken`));
    write(folder, 'broken', '');
    const failed = run('deploy --env dev');
    assert.is(failed.status, 1);
    assert.match(failed.stdout, /^shop 1\.1\.0 failed in dev after [\d.]+ s; 1\.0\.0 still runs$/m);
    assert.match(failed.stdout, '10 |   Work:\n');
    assert.match(
      failed.stdout,
      /next {2}plancc logs \S+ --env dev\n {8}plancc retry \S+ --env dev\n {8}plancc rollback shop --env dev\n/,
    );
    assert.match(run('status').stdout, '1.0.0, 1.1.0 failed');
    const why = run('why');
    assert.match(why.stdout, 'plan.yaml:10:3: `Work` (runner) failed with JobFailed\n');
    assert.match(why.stdout, /the last lines of its log\n(.*\n)* {2}working\n/);
    assert.match(run('logs shop --state Work').stdout, /^working$/m);
    assert.match(run('logs --state Wrok').stderr, 'error[PLAN7033]');
    rmSync(join(folder, 'broken'));
    const retried = run('retry');
    assert.match(retried.stdout, 'Work: attempt 2\n');
    assert.is(retried.status, 0, retried.stdout);
    const again = run('retry');
    assert.match(again.stderr, 'error[PLAN7024]: no deployment can be retried');
  }),
);

life.run();
