import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isHeld } from '../../src/engines/local/store/lock.js';
import { hasEnded } from '../../src/environment/deployments.js';
import { readDocument } from '../../src/environment/documents.js';
import { createEnvironment } from '../../src/environment/environments.js';
import { deploymentsPrefix, lockKey, openPrefix } from '../../src/environment/keys.js';
import type { Deployment, Lock } from '../../src/environment/records.js';
import type { Concurrency } from '../../src/language/values.js';
import { bin, environment, type Ran } from '../cli/plancc.js';
import { newFolder } from '../folder.js';
import { newEngine } from './deploy.js';

const crowd = suite('fifty deployments to one environment at once');

const count = 50;
const distributions = ['alpha', 'beta', 'gamma', 'delta', 'omega'];
const plan = (name: string) =>
  `Name: ${name}\nVersion: 1.0.0\nStates:\n  One: { Type: Pass }\n  Rest: { Type: Wait, Seconds: 1 }\n`;

/** Runs a command in a process of its own. */
const started = (words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...words], { env: environment() });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (said.stdout += chunk));
    child.stderr.on('data', (chunk) => (said.stderr += chunk));
    child.on('close', (status) => resolve({ status, ...said }));
  });

/** Processes that are the host of a root. */
const hostsOf = (root: string): number =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return words.includes('host') && words.includes(root);
      } catch {
        return false;
      }
    }).length;

const codes: Readonly<Record<string, number>> = { succeeded: 0, rejected: 1, replaced: 1 };

for (const concurrency of ['queue', 'reject', 'replace'] satisfies Concurrency[])
  crowd(`${concurrency}: each ends in a record, and of a distribution one runs at a time`, async () => {
    const { root, engine } = await newEngine();
    const { store, orchestrator } = engine;
    const created = { by: 'tester', at: new Date().toISOString() };
    await createEnvironment(store, { name: 'busy', kind: 'test', concurrency, approvals: 0, created });
    const projects = distributions.map((name) => newFolder({ 'plan.yaml': plan(name) }));
    const at = ['--env', 'busy', '--store', root];
    const shipped = await Promise.all(projects.map((folder) => started(['ship', folder, '--store', root])));
    for (const { status, stderr } of shipped) assert.is(status, 0, stderr);

    const runs: Promise<Ran & { readonly follows: boolean }>[] = [];
    for (let index = 0; index < count; index++) {
      const follows = index % 5 === 0;
      const words = ['deploy', `${distributions[(index * 7) % 5]}@1.0.0`, ...at];
      runs.push(started(follows ? words : [...words, '--no-follow']).then((ran) => ({ ...ran, follows })));
    }
    const all = await Promise.all(runs);

    const read = async (): Promise<readonly Deployment[]> => {
      const keys = await store.list(deploymentsPrefix('busy'));
      return (await Promise.all(keys.map((key) => readDocument<Deployment>(store, key)))).map((one) => one!);
    };
    let most = 0;
    // Before, processes begin that find out that another one is the host.
    for (let looks = 0; isHeld(engine.folders.hostLock); looks++) {
      assert.ok(looks < 300, 'the host ends');
      most = Math.max(most, hostsOf(root));
      await setTimeout(100);
    }
    const records = await read();
    assert.is(records.length, count);
    for (const { status, follows, stdout, stderr } of all) {
      const id = /\d{8}-\d{6}-[0-9a-f]{6}/.exec(follows ? stderr : stdout)?.[0];
      const record = records.find(({ deployment }) => deployment === id);
      assert.ok(record, stdout + stderr);
      assert.is(status, follows ? codes[record.status] : 0, stdout + stderr);
    }
    assert.equal(
      records.filter((one) => !hasEnded(one)),
      [],
    );
    const ended = new Set(records.map(({ status }) => status));
    if (concurrency === 'queue') assert.equal([...ended], ['succeeded']);
    for (const name of distributions) {
      const ran = await Promise.all(
        records
          .filter((one) => one.name === name && one.execution !== undefined)
          .map(async (one) => (await orchestrator.describe(one.execution!))!),
      );
      ran.sort((a, b) => a.startDate - b.startDate);
      assert.ok(ran.length > 0);
      ran.slice(1).forEach(({ startDate }, index) => {
        assert.ok(ran[index]!.stopDate! <= startDate, `${name}: ${JSON.stringify(ran)}`);
      });
      assert.equal(await readDocument<Lock>(store, lockKey('busy', name)), { queue: [] });
      const last = await readDocument(store, `environments/busy/inventory/${name}.json`);
      const newest = records.filter((one) => one.name === name && one.status === 'succeeded');
      assert.is((last as { deployment?: string } | undefined)?.deployment !== undefined, newest.length > 0);
    }
    assert.equal(await store.list(openPrefix('busy')), []);
    assert.ok(most <= 1, `${most} hosts`);
    assert.is(readFileSync(engine.folders.hostLog, 'utf8'), '');
  });

crowd.run();
