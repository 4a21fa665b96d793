import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commands } from '../../../src/cli/commands/index.js';
import { inFolder } from '../../folder.js';
import { isThere } from '../../tools.js';
import { plancc } from '../plancc.js';
import { shells } from './shells.js';

const completion = suite('completion');

const names = commands.map(({ name }) => name);
const project = { 'plan.yaml': '', 'webshop-1.4.0.zip': '', 'notes.txt': '', 'my shop/plan.json': '' };

const cases: readonly (readonly [line: string, expected: readonly string[]])[] = [
  ['plancc ', names],
  ['plancc bui', ['build']],
  ['plancc build --out', ['--out', '--out-dir']],
  ['plancc build --set-version 1.0.0 --qui', ['--quiet']],
  ['plancc --no', ['--no-color']],
  ['plancc validate --no', ['--no-color']],
  ['plancc validate --out', []],
  ['plancc print d', ['definition']],
  ['plancc print --set-version 1.0.0 so', ['source', 'sourcemap']],
  ['plancc help ver', ['verify']],
  ['plancc build --out-dir ', ['my shop']],
  ['plancc build --set-version ', []],
  ['plancc validate plan.yaml my', ['my shop']],
  // What is written in the tables: every command's first argument and every option that can be chosen.
  ...commands.flatMap(({ name, operands: [first], options }) => [
    ...(first?.choices ? [[`plancc ${name} `, first.choices] as const] : []),
    ...Object.entries(options).flatMap(([option, { choices }]) =>
      choices ? [[`plancc ${name} --${option} `, choices] as const] : [],
    ),
    [`plancc ${name} --he`, ['--help']] as const,
  ]),
];

/** Files of a kind and folders; fish shows the others too. */
const files: readonly (readonly [line: string, expected: readonly string[]])[] = [
  ['plancc verify ', ['webshop-1.4.0.zip', 'my shop']],
  ['plancc build ', ['plan.yaml', 'my shop']],
  ['plancc print definition ', ['plan.yaml', 'my shop']],
  ['plancc build --out=', ['webshop-1.4.0.zip', 'my shop']],
  ['plancc build --out=web', ['webshop-1.4.0.zip']],
];

for (const [shell, complete] of Object.entries(shells)) {
  const inShell = isThere(shell) ? completion : completion.skip;
  inShell(
    `${shell} completes commands, options, choices and files`,
    inFolder(project, (cwd) => {
      const script = join(cwd, '.script');
      writeFileSync(script, plancc(['completion', shell]).stdout);
      assert.is(spawnSync(shell, ['-n', script]).status, 0);
      const all = [...cases, ...files];
      const given = complete(
        all.map(([line]) => line),
        script,
        cwd,
      );
      assert.is(given.length, all.length);
      for (const [index, [line, expected]] of all.entries()) {
        const sorted = (list: readonly string[]) => list.map((word) => word.replace('\\ ', ' ')).sort();
        const offered =
          shell === 'fish' && index >= cases.length
            ? given[index]!.filter((file) => expected.includes(file))
            : given[index]!;
        assert.equal(sorted(offered), sorted(expected), `${shell}: ${line}`);
      }
    }),
  );
}

completion(
  'bash offers what is typed with spaces and quotes as it is',
  inFolder({ "it's a shop/plan.yaml": '' }, (cwd) => {
    const script = join(cwd, '.script');
    writeFileSync(script, plancc(['completion', 'bash']).stdout);
    assert.equal(shells.bash!(['plancc validate it'], script, cwd), [["it's a shop"]]);
  }),
);

completion.run();
