import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { stackActions } from '../../src/cloudformation/stack-actions.js';

const permissions = suite('permissions of who makes stacks');

const folder = join(import.meta.dirname, '../../src/engines/aws/stacks');

permissions('are those of the requests that are sent, and no others', () => {
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const sent = sources.flatMap((text) => [...text.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name!));
  const granted = [...stackActions.withRole, ...stackActions.others];
  assert.equal([...new Set(sent)].map((name) => `cloudformation:${name}`).sort(), [...granted].sort());
});

permissions.run();
