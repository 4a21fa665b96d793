import type { Problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import { checkAccounts } from './accounts.js';
import { checkBusyLoops } from './busy-loops.js';
import { checkChoices } from './choices.js';
import { checkDeadlines } from './deadlines.js';
import { checkEnvironments } from './environments.js';
import { checkImages } from './images.js';
import { checkMissingData } from './missing-data.js';
import { checkSecretLiterals } from './secret-literals.js';
import { checkShadowed } from './shadowed.js';
import { checkSharedStacks } from './shared-stacks.js';
import { checkUnused } from './unused.js';

/** What is possible and hardly meant, said of a plan without errors: who mends an error has no use for it yet. */
export const advise = (plan: Plan): readonly Problem[] =>
  [
    checkUnused,
    checkMissingData,
    checkShadowed,
    checkChoices,
    checkBusyLoops,
    checkDeadlines,
    checkImages,
    checkAccounts,
    checkEnvironments,
    checkSharedStacks,
    checkSecretLiterals,
  ].flatMap((one) => one(plan));
