import type { Path, Problem } from '../../diagnostics/problem.js';
import type { Plan, State } from '../../language/plan.js';

/** What a broken top level may be the cause of: `Parameter:` for `Parameters:`, say. */
const ofThePlan = ['PLAN4004', 'PLAN4005', 'PLAN5102'];
/** What a state without a known type, or a broken Parallel or Map, may be the cause of: the states inside are not seen. */
const ofScopes = ['PLAN4003', 'PLAN4010', 'PLAN4011', 'PLAN4012', 'PLAN4013'];

/** What states at the wrong level may be the cause of. */
const ofStates = ['PLAN2001', ...ofScopes];
/** What a field of the same parameter may be the cause of. */
const ofFields = ['PLAN4034'];

/** Leaves out problems that follow from what the schema has refused, so that one mistake is one problem. */
export function withoutConsequences(
  plan: Plan,
  refused: readonly Problem[],
  found: readonly Problem[],
): readonly Problem[] {
  if (refused.length === 0) return found;
  if (refused.some(({ code }) => code === 'PLAN1001')) return [];
  const doubted = new Set<string>([
    ...(plan.valid ? [] : ofThePlan),
    ...(plan.states.some(hidesStates) ? ofScopes : []),
    ...(plan.states.length === 0 || refused.some(({ code }) => code === 'PLAN1012') ? ofStates : []),
  ]);
  const paths = refused
    .flatMap(({ place, related = [] }) => [place, ...related.map((other) => other.place)])
    .flatMap((place) => ('path' in place ? [place.path] : []));
  const places = new Set(paths.map(pathKey));
  const above = new Set(paths.map((path) => pathKey(path.slice(0, -1))));
  return found.filter(({ code, place }) => {
    if (doubted.has(code)) return false;
    if ('path' in place && ofFields.includes(code) && above.has(pathKey(place.path))) return false;
    return (
      !('path' in place) ||
      !place.path.some((_, index) => places.has(pathKey(place.path.slice(0, index + 1))))
    );
  });
}

const pathKey = (path: Path): string => JSON.stringify(path);

const hidesStates = ({ kind, type, valid }: State): boolean =>
  kind === 'unknown' || (!valid && (type === 'Parallel' || type === 'Map'));
