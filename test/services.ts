import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseServices } from '../src/asl/integrations/sdk/services.js';

/** The services of AWS that plancc is shipped with. */
const aws = parseServices(readFileSync(join(import.meta.dirname, '../data/aws-services.txt'), 'latin1'));

export const services = () => aws;
