import type { Problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import { contextOf, typeOf } from '../../states/registry.js';
import { checkComparisons } from './comparisons.js';
import { checkDependencies } from './dependencies.js';
import { checkExpress } from './express.js';
import { checkFunctions } from './functions.js';
import { checkGraph } from './graph.js';
import { checkIntegrations } from './integrations/index.js';
import { checkJsonata } from './jsonata/index.js';
import { checkKeys } from './keys.js';
import { checkLanguages } from './languages.js';
import { checkLookalikes } from './lookalikes.js';
import { checkMaps } from './maps.js';
import { checkDistributedMaps } from './maps-distributed.js';
import { checkMerges } from './merges.js';
import { checkParameters } from './parameters.js';
import { checkPaths } from './paths.js';
import { checkPayload } from './payload.js';
import { checkReferences } from './references.js';
import { checkResources } from './resources.js';
import { checkRetries } from './retries.js';
import { checkRunners } from './runners.js';
import { checkStackParameters } from './stack-parameters.js';
import { checkStaticPaths } from './static-paths.js';
import { checkTasks } from './tasks.js';
import { checkTemplates } from './templates.js';
import { checkTypes } from './types.js';
import { checkVariables } from './variables.js';

/** All that is known to be wrong with a plan before it is lowered. */
export function check(plan: Plan): readonly Problem[] {
  const found = [
    checkGraph,
    checkLanguages,
    checkExpress,
    checkParameters,
    checkDependencies,
    checkRunners,
    checkResources,
    checkFunctions,
    checkStates,
    checkStackParameters,
    checkReferences,
    checkJsonata,
    checkKeys,
    checkPaths,
    checkTemplates,
    checkStaticPaths,
    checkVariables,
    checkRetries,
    checkTasks,
    checkDistributedMaps,
    checkLookalikes,
    checkIntegrations,
    checkTypes,
    checkComparisons,
  ].flatMap((one) => one(plan));
  // A misspelt `ResultPath` is one mistake, not also a dropped payload.
  if (!plan.states.every((state) => state.valid && state.kind !== 'unknown')) return found;
  return [...found, ...[checkMaps, checkMerges, checkPayload].flatMap((one) => one(plan))];
}

/** What the states' own types check: properties, templates, folders. */
const checkStates = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) =>
    state.kind === 'plancc' && state.valid ? (typeOf(state).check?.(contextOf(plan, state)) ?? []) : [],
  );
