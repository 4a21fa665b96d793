import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import { virtualProject } from '../../src/source/virtual.js';
import { blocksOf, withBlocks } from '../documents/blocks.js';
import { newFolder } from '../folder.js';
import { shown } from '../golden.js';
import { matches } from '../matches.js';

const readme = suite('README');

const root = join(import.meta.dirname, '../..');
const path = join(root, 'README.md');
const markdown = readFileSync(path, 'utf8');

const block = (language: string): string => blocksOf(markdown).find((one) => one.language === language)!.text;
const template =
  'Resources: { A: { Type: AWS::SNS::Topic } }\nOutputs: { Endpoint: { Value: a }, Port: { Value: b } }\n';
const files = { 'templates/database.yaml': template, 'app/cdk.json': '{"app":"node app.js"}' };
const project = virtualProject(files);
const compiled = (text: string) => shown(compile({ file: 'plan.yaml', text, project }));

readme('its plan compiles', () => assert.is(compiled(block('yaml')), ''));

readme('its message is what plancc says', async () => {
  const mistaken = block('yaml').replace('States.Database.Endpoint', 'States.Database.Endpont');
  const text = compiled(mistaken);
  assert.match(text, 'did you mean `Endpoint`?');
  matches(path, await withBlocks(markdown, (block) => (block.language === 'text' ? text : block.text)));
});

readme('its program runs', () => {
  // Below this package's own folder, where `plancc` is the package.
  const program = join(root, `dist/readme-${process.pid}.mjs`);
  const cwd = newFolder({ 'plan.yaml': block('yaml'), ...files });
  writeFileSync(program, block('js'));
  try {
    const { stdout, stderr } = spawnSync(process.execPath, [program], { cwd, encoding: 'utf8' });
    assert.is(stderr.trim(), '');
    assert.match(stdout, /^flowchart TD\n[\s\S]*Approve/);
  } finally {
    rmSync(program);
  }
});

readme.run();
