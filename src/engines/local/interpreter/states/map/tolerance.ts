import { StatesError } from '../../../../../ports/states-error.js';
import type { Attempt } from '../../run.js';
import { countOf } from './processor.js';

/** Counts failures of a Distributed Map of so many; throws when there are more of them than it tolerates. */
export async function toleranceOf(attempt: Attempt, total: number): Promise<() => void> {
  const { state } = attempt;
  const count = await countOf(attempt, state, 'ToleratedFailureCount');
  const percentage = await countOf(attempt, state, 'ToleratedFailurePercentage');
  const most = count ?? (percentage === undefined ? 0 : Number.POSITIVE_INFINITY);
  let failures = 0;
  return () => {
    failures++;
    if (failures <= most && (failures / total) * 100 <= (percentage ?? 100)) return;
    throw new StatesError(
      'States.ExceedToleratedFailureThreshold',
      'The specified tolerated failure threshold was exceeded',
    );
  };
}
