import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Command } from '../../src/cli/command.js';
import { commands } from '../../src/cli/commands/index.js';
import { synopsis } from '../../src/cli/help.js';
import { compile } from '../../src/compiler/index.js';
import { table } from '../../src/schema/table.js';
import { virtualProject } from '../../src/source/virtual.js';
import { stateTypes } from '../../src/states/index.js';
import { folderWith } from '../cli/plancc.js';
import { shown } from '../golden.js';
import { matches } from '../matches.js';

const readme = suite('README');

const root = join(import.meta.dirname, '../..');
const path = join(root, 'README.md');
const markdown = readFileSync(path, 'utf8');

const commandRow = (command: Command): readonly string[] => {
  const flags = Object.entries(command.options).map(
    ([flag, { value }]) => `\`--${flag}${value ? ` <${value}>` : ''}\``,
  );
  return [`\`${synopsis(command)}\``, command.describe, flags.join(' ')];
};

const tables: { readonly [mark: string]: string } = {
  commands: table(['command', 'what it does', 'options'], commands.map(commandRow)),
  states: table(
    ['type', 'what it does'],
    stateTypes.map(({ type, summary }) => [`[\`${type}\`](src/states/${type}/README.md)`, summary]),
  ),
};

readme('its tables show every command and state type', () => {
  const written = Object.entries(tables).reduce(
    (text, [mark, table]) =>
      text.replace(new RegExp(`<!-- ${mark} -->[\\s\\S]*<!-- /${mark} -->`), () =>
        [`<!-- ${mark} -->`, table, `<!-- /${mark} -->`].join('\n\n').replace('\n\n\n', '\n\n'),
      ),
    markdown,
  );
  matches(path, written);
});

const block = (language: string): string =>
  markdown.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))![1]!;
const template =
  'Resources: { A: { Type: AWS::SNS::Topic } }\nOutputs: { Endpoint: { Value: a }, Port: { Value: b } }\n';
const files = { 'templates/database.yaml': template, 'app/cdk.json': '{"app":"node app.js"}' };
const project = virtualProject(files);
const compiled = (text: string) => shown(compile({ file: 'plan.yaml', text, project }));

readme('its plan compiles', () => assert.is(compiled(block('yaml')), ''));

readme('its message is what plancc says', () => {
  const mistaken = block('yaml').replace('States.Database.Endpoint', 'States.Database.Endpont');
  const text = compiled(mistaken);
  assert.match(text, 'did you mean `Endpoint`?');
  matches(
    path,
    readFileSync(path, 'utf8').replace(/(```text\n)[\s\S]*?(```)/, (_, start, end) => start + text + end),
  );
});

readme('its program runs', () => {
  // Below this package's own folder, where `plancc` is the package.
  const program = join(root, `dist/readme-${process.pid}.mjs`);
  const { folder, remove } = folderWith({ 'plan.yaml': block('yaml'), ...files });
  writeFileSync(program, block('js'));
  try {
    const { stdout, stderr } = spawnSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' });
    assert.is(stderr.trim(), '');
    assert.match(stdout, /^flowchart TD\n[\s\S]*Approve/);
  } finally {
    rmSync(program);
    remove();
  }
});

readme.run();
