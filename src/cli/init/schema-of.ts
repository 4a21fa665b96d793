import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../../language/json.js';
import { address } from '../../schema/address.js';
import type { Json } from '../../source/document.js';

const path = 'schemas/plan.schema.json';

/** Where an editor finds the schema: in the plancc of the project where it has one, else in public. */
export const schemaOf = (folder: string): string =>
  hasPlancc(folder) ? `./node_modules/plancc/${path}` : address(path);

function hasPlancc(folder: string): boolean {
  try {
    const manifest: Json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return (
      isObject(manifest) &&
      [manifest.dependencies, manifest.devDependencies].some(
        (packages) => isObject(packages) && 'plancc' in packages,
      )
    );
  } catch {
    return false;
  }
}
