import { type Problem, problem } from '../../diagnostics/problem.js';
import { eachString } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import { isDefinition } from '../definition.js';

/** An ARN with an account in it, or the address of a registry of one; Amazon's own accounts are names. */
const withAccount = /\barn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:(\d{12}):|\b(\d{12})\.dkr\.ecr\./;

/** Accounts written into a plan, which then fits one environment only. `Resources` may well name others'. */
export function checkAccounts(plan: Plan): readonly Problem[] {
  if (isDefinition(plan.document.file)) return [];
  const found: Problem[] = [];
  for (const field of ['States', 'Runners', 'Parameters'] as const) {
    eachString(plan.value[field], (text, path) => {
      const match = withAccount.exec(text);
      const account = match?.[1] ?? match?.[2];
      // `Values` differ from environment to environment, and people are mostly in one account for all.
      if (account === undefined || path.includes('Values') || path.includes('Approvers')) return;
      const at = match!.index + match![0].indexOf(account);
      const place = {
        file: plan.document.file,
        path: [field, ...path],
        span: [at, at + account.length] as const,
      };
      const help =
        'write `!Sub "…${AWS::AccountId}…"` for the account of the environment, or make it a parameter';
      found.push(problem('PLAN4051', place, { account }, { help }));
    });
  }
  return found;
}
