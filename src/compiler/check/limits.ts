import { mostBytes } from '../../cloudformation/limits.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import type { Emitted } from '../emit/index.js';
import { checkTemplate } from './template.js';

// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
const definitionLimit = 1_048_576;

/** Sizes that AWS would refuse. */
export function checkLimits(plan: Plan, { template, definitionSize }: Emitted): readonly Problem[] {
  const place = { file: plan.document.file, path: ['States'], on: 'key' as const };
  const help = 'split the plan into several distributions, or move states into a state machine of their own';
  if (definitionSize > definitionLimit) {
    return [problem('PLAN5001', place, { size: definitionSize, limit: definitionLimit }, { help })];
  }
  const size = Buffer.byteLength(JSON.stringify(template));
  if (size > mostBytes) return [problem('PLAN5002', place, { size, limit: mostBytes }, { help })];
  return checkTemplate(plan, template);
}
