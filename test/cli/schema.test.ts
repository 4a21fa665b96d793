import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import manifest from '../../package.json' with { type: 'json' };
import { schema as command } from '../../src/cli/commands/schema.js';
import { plancc } from './plancc.js';

const schema = suite('plancc schema');

const folder = join(import.meta.dirname, '../../schemas');
const documents = command.operands[0]!.choices!;

schema('prints every schema that comes with plancc, as it is', () => {
  const printed = documents.map((document) => plancc(['schema', document]).stdout);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  assert.equal([...printed].sort(), [...files].sort());
});

schema('prints that of plans when none is named', () => {
  assert.is(plancc(['schema']).stdout, readFileSync(join(folder, 'plan.schema.json'), 'utf8'));
});

schema('the version of plancc is in the address of each, and the address is that of the file', () => {
  for (const file of readdirSync(folder).filter((file) => !file.includes('catalog'))) {
    const { $id } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    assert.is($id, `https://unpkg.com/plancc@${manifest.version}/schemas/${file}`);
  }
});

schema('links to files that come with plancc', () => {
  const text = readFileSync(join(folder, 'plan.schema.json'), 'utf8');
  const own = `https://unpkg.com/plancc@${manifest.version}/`;
  const paths = new Set(
    text
      .split(own)
      .slice(1)
      .map((rest) => /^[\w./-]+\w/.exec(rest)![0]),
  );
  assert.ok(paths.size >= 8);
  const shipped = manifest.files.map(
    (pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(/|$)`),
  );
  for (const path of paths) {
    assert.ok(
      shipped.some((pattern) => pattern.test(path)),
      path,
    );
    assert.ok(readFileSync(join(folder, '..', path), 'utf8'), path);
  }
});

schema('a word that is none is refused with a suggestion', () => {
  const { status, stderr } = plancc(['schema', 'manifset']);
  assert.match(stderr, 'did you mean `manifest`?');
  assert.is(status, 2);
});

schema.run();
