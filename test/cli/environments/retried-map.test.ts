import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../../folder.js';
import { runner } from './project.js';

const retried = suite('a Map of which an item fails, and that is retried');

/** The job of `b` fails where there is a file `broken`, the check where there is `bad`. */
const plan = (folder: string) => `Name: net
Version: 1.0.0
Parameters:
  Names: { Type: List, Default: [a, b, c] }
States:
  Each:
    Type: Map
    ItemsPath: \${{ Parameters.Names }}
    MaxConcurrency: 1
    ItemProcessor:
      States:
        One:
          Type: runner
          Properties:
            Environment: { ITEM: "\${{ Item }}" }
            Commands: ['echo item $ITEM', 'test $ITEM != b || test ! -e ${folder}/broken']
  Check: { Type: runner, Properties: { Commands: ['test ! -e ${folder}/bad'] } }
`;

retried(
  'its items are counted once, its log is its own, and what was retried was not caught',
  inFolder({ broken: '', bad: '' }, (folder) => {
    writeFileSync(join(folder, 'plan.yaml'), plan(folder));
    const run = runner(folder);
    assert.match(run('deploy --env dev').stdout, 'Each: 2 of 3 items, 1 failed\n');

    const { log, inside } = JSON.parse(run('why --json').stdout);
    assert.equal(inside, [{ state: 'Each', item: 1 }]);
    assert.equal(
      log.filter((line: string) => !line.startsWith('---')),
      ['item b'],
    );

    rmSync(join(folder, 'broken'));
    const counts = run('retry net --json')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ event }) => event === 'iterations')
      .map(({ total, succeeded, failed }) => [total, succeeded, failed]);
    assert.equal(counts.at(-1), [3, 3, 0]);

    const { state, before } = JSON.parse(run('why --json').stdout);
    assert.is(state, 'Check');
    assert.equal(before, []);
    assert.not.match(run('why').stdout, 'caught');
  }),
);

retried.run();
