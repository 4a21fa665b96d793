import type { Environment } from '../../environment/records.js';
import type { Place } from './place.js';

/** An environment made now by who runs plancc. */
export const newEnvironment = (
  { by }: Place,
  name: string,
  settings: Pick<Environment, 'kind' | 'concurrency' | 'approvals'>,
): Environment => ({
  name,
  ...settings,
  created: { by, at: new Date().toISOString() },
});
