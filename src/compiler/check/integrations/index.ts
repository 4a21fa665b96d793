import type { Problem } from '../../../diagnostics/problem.js';
import type { Plan } from '../../../language/plan.js';
import { checkArguments } from './arguments.js';
import { checkArnParts } from './arn-parts.js';
import { checkCallable } from './callable.js';
import { unknownIntegration } from './known.js';
import { checkPattern } from './pattern.js';
import { type IntegrationUse, type Use, useOf } from './use.js';
import { checkWaiting } from './waiting.js';

/** Whether what Tasks call is there, can be called like this, and is given what it needs. */
export const checkIntegrations = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    const use = useOf(plan, state);
    return use === undefined ? [] : [...checkCallable(use), ...checkArnParts(use), ...ofCall(use)];
  });

function ofCall(use: Use): readonly Problem[] {
  if (!isIntegration(use)) return checkWaiting(use);
  const unknown = unknownIntegration(use);
  if (unknown !== undefined) return [unknown];
  const wrongPattern = checkPattern(use);
  return [...wrongPattern, ...(wrongPattern.length > 0 ? [] : checkWaiting(use)), ...checkArguments(use)];
}

const isIntegration = (use: Use): use is IntegrationUse => use.written.kind === 'integration';
