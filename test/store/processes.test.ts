import { lstatSync, lutimesSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createStore } from '../../src/engines/local/store/index.js';
import { hold, lockName } from '../../src/engines/local/store/lock.js';
import { actOfThisProcess, hasEnded } from '../../src/engines/local/store/process.js';
import { readDocument, updateDocument } from '../../src/environment/documents.js';
import { newFolder } from '../folder.js';
import { notedIn, started } from './script.js';

const processes = suite('a store used by many processes');

type Counter = { readonly count: number };
const countIn = async (folder: string): Promise<number> =>
  (await readDocument<Counter>(createStore(folder), 'counter.json'))?.count ?? 0;
const add = (counter: Counter | undefined): Counter => ({ count: (counter?.count ?? 0) + 1 });

processes('loses no change', async () => {
  const [folder, notes] = [newFolder(), newFolder()];
  const running = [1, 2, 3, 4].map((which) => started('count-up.ts', folder, '200', join(notes, `${which}`)));
  for (const { ended } of running) assert.is(await ended, 0);
  assert.is(await countIn(folder), 800);
  assert.equal(readdirSync(join(folder, '~tmp')), []);
});

processes('neither loses nor repeats a change, and goes on, when some are killed', async () => {
  const [folder, notes] = [newFolder(), newFolder()];
  const kills = 40;
  const start = (which: number) => started('count-up.ts', folder, '20000', join(notes, `${which}`));
  const running = [start(0), start(1), start(2), start(3)];
  for (let killed = 0; killed < kills; killed++) {
    await setTimeout(30 + Math.random() * 60);
    const [first] = running.splice(0, 1);
    running.push(start(killed + 4));
    first!.kill();
    await first!.ended;
    // Nothing that is read is ever half written.
    await countIn(folder);
  }
  const before = await countIn(folder);
  await setTimeout(500);
  assert.ok((await countIn(folder)) > before, 'those that live go on');
  for (const one of running) one.kill();
  for (const { ended } of running) await ended;
  const count = await countIn(folder);
  const noted = notedIn(notes);
  assert.ok(noted > kills, `${noted} changes`);
  // One who was killed may have made a change that it did not note any more.
  assert.ok(count >= noted && count <= noted + kills + running.length, `${noted} noted, ${count} counted`);
  const store = createStore(folder);
  await updateDocument(store, 'counter.json', add);
  await updateDocument(store, 'counter.json', add);
  assert.is(await countIn(folder), count + 2);
  assert.equal(
    readdirSync(join(folder, '~tmp')).filter((name) => !name.startsWith('lock-')),
    [],
  );
});

processes('breaks the lock of one that was killed, and the right to do so', async () => {
  const folder = newFolder();
  const store = createStore(folder);
  await updateDocument(store, 'counter.json', add);
  const killed = async (): Promise<string> => {
    const child = started('sleep.ts');
    const act = (await child.printed(1)).trim();
    child.kill();
    await child.ended;
    assert.ok(hasEnded(act, Date.now()));
    return act;
  };
  const [first, second] = [await killed(), await killed()];
  const lock = join(folder, '~tmp', lockName('counter.json'));
  symlinkSync(first, lock);
  symlinkSync(second, join(folder, '~tmp', lockName(lock + first)));
  writeFileSync(join(folder, '~tmp', first), 'half a docu');
  await Promise.all(Array.from({ length: 10 }, () => updateDocument(store, 'counter.json', add)));
  assert.is(await countIn(folder), 11);
  assert.equal(readdirSync(join(folder, '~tmp')), []);
});

processes('a lock that is held for long stays so for those who cannot see its holder', () => {
  const lock = join(newFolder(), 'host.lock');
  const held = hold(lock)!;
  const since = () => lstatSync(lock).mtimeMs;
  const long = new Date(Date.now() - 50_000);
  lutimesSync(lock, long, long);
  assert.ok(held.isOurs());
  assert.ok(Date.now() - since() < 10_000, 'it was heard of');
  const before = since();
  assert.ok(held.isOurs());
  assert.is(since(), before, 'not each time');
  held.letGo();
  assert.not(held.isOurs());
});

processes('tells processes that are there from those that are not', () => {
  const act = actOfThisProcess();
  const [place, pid, start, some] = act.split('-');
  const other = (...parts: (string | undefined)[]) => parts.join('-');
  assert.not(hasEnded(act, 0));
  assert.ok(hasEnded(other(place, '4194305', start, some), Date.now()), 'no process has this id');
  assert.ok(hasEnded(other(place, pid, `${Number(start) - 1}`, some), Date.now()), 'it was another process');
  assert.not(hasEnded(other('elsewhere', pid, start, some), Date.now() - 10_000));
  assert.ok(hasEnded(other('elsewhere', pid, start, some), Date.now() - 100_000));
});

processes.run();
