import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';

/** What is wrong with `Dependencies`, as far as the distributions are known. */
export const checkDependencies = (plan: Plan): readonly Problem[] => [
  ...checkItself(plan),
  ...checkVersions(plan),
];

/** A distribution that waited for itself to be deployed would never be. */
function checkItself(plan: Plan): readonly Problem[] {
  if (!plan.dependencies.has(plan.name)) return [];
  const place = { file: plan.document.file, path: ['Dependencies', plan.name], on: 'key' as const };
  const help = "remove it; outputs of the plan's own states are `${{ States.<state>.<output> }}`";
  return [problem('PLAN4038', place, { name: plan.name }, { help })];
}

function checkVersions({ dependencies, knownDependencies, document: { file } }: Plan): readonly Problem[] {
  return [...dependencies].flatMap(([name, range]) => {
    const version = knownDependencies.get(name)?.version;
    // A range that is none has been refused already.
    if (version === undefined || typeof range !== 'string' || validRange(range) === null) return [];
    if (satisfies(version, range)) return [];
    const help = `take a version of \`${name}\` in that range, or let the range have it: \`${name}: ^${version}\``;
    return [problem('PLAN4053', { file, path: ['Dependencies', name] }, { name, version, range }, { help })];
  });
}
