import { readFileSync } from 'node:fs';
import { parseServices, type Services } from '../asl/integrations/sdk/services.js';
import { installed } from './installed.js';

let known: Services | undefined;

/** The services of AWS that plancc knows, read once. */
export function awsServices(): Services {
  known ??= parseServices(readFileSync(installed('data/aws-services.txt'), 'latin1'));
  return known;
}
