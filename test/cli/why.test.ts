import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { fixtures, matches } from '../golden.js';
import { plancc } from './plancc.js';

const why = suite('plancc why');

const histories = join(fixtures, 'histories');
const names = readdirSync(histories).filter((name) => name.endsWith('.json'));
const zip = 'dist/webshop-1.4.0.zip';
const plan = readFileSync(join(histories, 'plan.yaml'), 'utf8');

const built = (test: (cwd: string) => void) =>
  inFolder({ 'plan.yaml': plan }, (cwd) => {
    assert.is(plancc(['build', '-q'], { cwd }).status, 0);
    test(cwd);
  });

why(
  'every history: the line that failed, why, and nothing that a state was given',
  built((cwd) => {
    assert.ok(names.length > 5);
    for (const name of names) {
      copyFileSync(join(histories, name), join(cwd, 'history.json'));
      const { status, stdout, stderr } = plancc(['why', zip, '--history', 'history.json'], { cwd });
      assert.not.match(stdout + stderr, 'hunter2', name);
      assert.is(status, stdout === '' ? 1 : 0, name);
      matches(join(histories, name.replace('.json', '.txt')), stdout + stderr);
    }
  }),
);

why(
  'in either order, as a list alone, from standard input, and from a folder that was unpacked',
  built((cwd) => {
    const text = readFileSync(join(histories, 'map-in-parallel.json'), 'utf8');
    const { events } = JSON.parse(text);
    const expected = readFileSync(join(histories, 'map-in-parallel.txt'), 'utf8');
    for (const given of [{ events: events.toReversed() }, events])
      assert.is(
        plancc(['why', zip, '--history', '-'], { cwd, input: JSON.stringify(given) }).stdout,
        expected,
      );
    assert.is(spawnSync('unzip', ['-q', zip, '-d', 'unpacked'], { cwd }).status, 0);
    assert.is(plancc(['why', 'unpacked', '--history', '-'], { cwd, input: text }).stdout, expected);
  }),
);

why(
  'a state by its name: one of the author, one that plancc added, one that is not there',
  built((cwd) => {
    const { stdout } = plancc(['why', zip, '--state', 'Seed shop'], { cwd });
    assert.is(
      stdout,
      'plan.yaml:22:17: `Seed shop` (runner)\n' +
        '   |\n' +
        '22 |                 "Seed shop": { Type: runner, Properties: { Commands: [./seed] } }\n' +
        '   |                 ^^^^^^^^^^^\n',
    );
    const added = plancc(['why', zip, '--state', 'Both merged'], { cwd }).stdout;
    assert.match(added, /^plan\.yaml:11:3: `Both` \(Parallel\)\n/);
    assert.match(added, 'note: it is `Both merged` of the definition, which plancc adds for the state\n');
    const { status, stderr } = plancc(['why', zip, '--state', 'Databse'], { cwd });
    assert.match(stderr, `${zip}: error[PLAN6201]: \`Databse\` is not a state of webshop 1.4.0`);
    assert.match(stderr, 'help: did you mean `Database`?');
    assert.is(status, 1);
  }),
);

why(
  'every state of the definition has a line, with all that plancc adds',
  built((cwd) => {
    const definition = plancc(['print', 'definition'], { cwd }).stdout;
    const states = [...definition.matchAll(/^ +"([^"]+)": \{\n +"(?:Comment|Type)"/gm)].map(
      ([, name]) => name!,
    );
    assert.ok(states.length > 8, states.join());
    for (const state of states) assert.is(plancc(['why', zip, '--state', state], { cwd }).status, 0, state);
  }),
);

why(
  'what cannot be read is told',
  built((cwd) => {
    const wrong: { readonly [text: string]: string } = {
      '': 'the history is not JSON',
      '{': 'the history is not JSON',
      '{}': 'the history has no list of `events`',
      '{"events":[]}': 'the history has no events',
      '[{"type":"TaskFailed"}]': 'the history has an event without `id` and `type`',
      '[1]': 'the history has an event without `id` and `type`',
      '{"events":[{"id":1,"type":"TaskFailed","previousEventId":1}]}': 'nothing fails in this history',
    };
    for (const [input, message] of Object.entries(wrong)) {
      const { status, stderr } = plancc(['why', zip, '--history', '-'], { cwd, input });
      assert.match(stderr, message);
      assert.is(status, 1, input);
    }
    assert.match(
      plancc(['why', zip, '--history', 'nowhere.json'], { cwd }).stderr,
      'nowhere.json: error[PLAN6202]: the history cannot be read: no such file or folder\n',
    );
    assert.match(plancc(['why', 'nowhere.zip', '--state', 'A'], { cwd }).stderr, 'error[PLAN6101]');
    assert.match(plancc(['why', '.', '--state', 'A'], { cwd }).stderr, '.: error[PLAN6101]');
  }),
);

why(
  'a line that holds a credential is not shown',
  inFolder({}, (cwd) => {
    const text = {
      Name: 'webshop',
      Version: '1.4.0',
      Description: 'password=hunter2-hunter2',
      States: { Wait: { Type: 'Wait', Seconds: 1 } },
    };
    writeFileSync(join(cwd, 'plan.json'), JSON.stringify(text));
    assert.is(plancc(['build', '-q'], { cwd }).status, 0);
    const { stdout } = plancc(['why', zip, '--state', 'Wait'], { cwd });
    assert.match(stdout, /^plan\.json:1:\d+: `Wait` \(Wait\)\n$/);
  }),
);

why.run();
