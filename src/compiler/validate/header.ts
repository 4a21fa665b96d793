import validVersion from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';
import type { SchemaError } from '../../generated/validators.js';
import { objectOr } from '../../language/json.js';
import { version as versionSchema } from '../../language/values.js';
import type { JsonObject } from '../../source/document.js';

const wrong = (path: string, expected: string): SchemaError => ({
  instancePath: path,
  keyword: 'pattern',
  params: { expected },
});

/** What JSON Schema cannot say of a plan's top level, as errors of the same form. */
export function headerErrors(plan: JsonObject, version: string | undefined): SchemaError[] {
  const errors: SchemaError[] = [];
  if (plan.Version === undefined && version === undefined) {
    errors.push({ instancePath: '', keyword: 'required', params: { missingProperty: 'Version' } });
  }
  // Its numbers may be too large even when its form is right.
  if (typeof plan.Version === 'string' && validVersion(plan.Version) === null) {
    errors.push(wrong('/Version', versionSchema.expected));
  }
  for (const [name, range] of Object.entries(objectOr(plan.Dependencies))) {
    if (typeof range === 'string' && validRange(range) === null) {
      const key = name.replaceAll('~', '~0').replaceAll('/', '~1');
      errors.push(wrong(`/Dependencies/${key}`, 'a range of versions such as ^2.1.0'));
    }
  }
  return errors;
}
