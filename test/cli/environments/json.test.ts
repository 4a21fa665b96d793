import { Ajv, type SchemaObject } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { diagnosticsSchema } from '../../../src/schema/published.js';
import { write } from '../../folder.js';
import { bad } from '../plancc.js';
import { script } from './json-runs.js';
import { inProject } from './project.js';

const written = suite('--json of the commands of environments, and its schema');

const schema = diagnosticsSchema() as SchemaObject;
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, schemas: [schema] });
const isValid = (command: string, value: unknown) =>
  ajv.validate({ $ref: `${schema.$id}#/definitions/${command}` }, value);

/** A result, or of commands that tell what happens, the lines. */
const valuesOf = (command: string, stdout: string): readonly object[] =>
  (['deploy', 'follow', 'retry', 'rollback', 'promote', 'logs'].includes(command)
    ? stdout.trim().split('\n')
    : [stdout]
  ).map((text) => JSON.parse(text));

written(
  'what is written, and nothing more',
  inProject((run, folder) => {
    write(folder, 'bad/plan.yaml', bad);
    const events = new Set<unknown>();
    for (const [line, expected] of script) {
      const [command] = line.split(' ');
      // An approval takes a moment until it waits, and so does a deployment until it fails.
      let ran = run(`${line} --json`);
      for (let tries = 0; ran.status !== expected && tries < 20; tries++) ran = run(`${line} --json`);
      const { status, stdout, stderr } = ran;
      assert.is(status, expected, `${line}: ${stdout}${stderr}`);
      for (const value of valuesOf(command!, stdout)) {
        if ('event' in value && typeof value.event === 'string') events.add(value.event);
        assert.ok(isValid(command!, value), `${line}: ${JSON.stringify(value)} ${ajv.errorsText()}`);
        assert.not(isValid(command!, { ...value, extra: 1 }), line);
      }
    }
    assert.equal([...events].sort(), ['decision', 'deployment', 'end', 'log', 'state']);
  }),
);

written.run();
