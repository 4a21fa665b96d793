import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseResource, permissionsOf } from '../../src/asl/integrations/index.js';
import { isList, isObject } from '../../src/language/json.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { corpusPlans } from '../asl-corpus.js';

const corpus = suite('permissions of definitions that AWS accepted');

const plans = corpusPlans();
if (plans === undefined) console.log('PLANCC_ASL_CORPUS is not set: no definitions of others to try');

/** Every Task, ItemReader and ResultWriter. */
function usesIn(value: Json): readonly JsonObject[] {
  if (isList(value)) return value.flatMap(usesIn);
  if (!isObject(value)) return [];
  const own = typeof value.Resource === 'string' ? [value] : [];
  return [...own, ...Object.values(value).flatMap(usesIn)];
}

const plan = { name: 'corpus', version: '1.0.0', parameters: new Map(), resources: {} };

corpus('each integration needs something, on something narrower than everything', () => {
  for (const { file, plan: definition } of plans ?? []) {
    for (const { Resource, Parameters, Arguments } of usesIn(definition)) {
      const called = parseResource(String(Resource));
      const given = Arguments ?? Parameters;
      const statements = permissionsOf({ resource: Resource!, arguments: given }, plan);
      const needsNone =
        called === undefined || called.kind === 'activity' || isPublicApi(called.service, given);
      assert.is(statements.length > 0, !needsNone, `${file}: ${Resource}`);
      for (const { actions, resources } of statements) {
        for (const action of actions) assert.match(action, /^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/, file);
        assert.ok(resources.length > 0, file);
      }
    }
  }
});

/** Without `AuthType` API Gateway is called by anyone. */
const isPublicApi = (service: string, given: Json | undefined): boolean =>
  service === 'apigateway' && isObject(given) && ['NO_AUTH', undefined].includes(given.AuthType as string);

corpus.run();
