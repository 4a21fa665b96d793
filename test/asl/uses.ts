import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsOf } from '../../src/asl/integrations/index.js';
import type { Surroundings } from '../../src/asl/integrations/surroundings.js';
import type { Statement } from '../../src/asl/statement.js';
import type { Parameter } from '../../src/language/plan.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { fixtures } from '../golden.js';

export const permissionsFolder = join(fixtures, 'permissions');

export const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(join(permissionsFolder, name), 'utf8'));

const parameter = (name: string): readonly [string, Parameter] => [
  name,
  { name, type: 'String', secret: false, value: {} },
];

/** A plan with some resources, and parameters of which each may be a name or an ARN. */
export const plan: Surroundings = {
  name: 'webshop',
  version: '1.0.0',
  parameters: new Map(['Function', 'QueueUrl', 'Machine', 'Task', 'DbLogin'].map(parameter)),
  resources: readJson('resources.json') as JsonObject,
};

interface Use {
  readonly name: string;
  readonly resource?: Json;
  /** What stands behind `arn:aws:states:::`. */
  readonly call?: string;
  readonly arguments?: Json;
  readonly credentials?: JsonObject;
  readonly inputType?: Json;
}

export const uses = readJson('uses.json') as readonly Use[];

export const permissionsFor = ({ resource, call, ...use }: Use): readonly Statement[] =>
  permissionsOf({ ...use, resource: resource ?? `arn:aws:states:::${call}` }, plan);
