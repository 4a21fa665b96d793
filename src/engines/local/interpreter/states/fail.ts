import { StatesError } from '../../../../ports/states-error.js';
import { evaluating, fieldOf } from '../fields.js';
import type { Attempt, Exit } from '../run.js';

export async function fail(attempt: Attempt): Promise<Exit> {
  const [error = '', cause = ''] = await evaluating(attempt, () =>
    Promise.all([fieldOf(attempt, attempt.state, 'Error'), fieldOf(attempt, attempt.state, 'Cause')]),
  );
  throw new StatesError(String(error), String(cause));
}
