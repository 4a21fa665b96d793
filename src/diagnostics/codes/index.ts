import { yamlCodes } from './0-yaml.js';
import { schemaCodes } from './1-schema.js';
import { adviceCodes } from './2-advice.js';
import { graphCodes } from './2-graph.js';
import { integrationCodes } from './2-integrations.js';
import { jsonataCodes } from './2-jsonata.js';
import { pathCodes } from './2-paths.js';
import { stateCodes } from './3-states.js';
import { dataCodes } from './4-data.js';
import { limitCodes } from './5-limits.js';
import { packagingCodes } from './6-packaging.js';
import { awsCodes } from './7-aws.js';
import { environmentCodes } from './7-environments.js';
import { mockCodes } from './7-mocks.js';
import { placeCodes } from './7-places.js';
import { storeCodes } from './7-store.js';
import { internalCodes } from './9-internal.js';

export type { Severity } from './define.js';

/** Every code plancc can report. A code is never given a second meaning; a retired one is not reused. */
export const codes = {
  ...yamlCodes,
  ...schemaCodes,
  ...graphCodes,
  ...pathCodes,
  ...jsonataCodes,
  ...integrationCodes,
  ...adviceCodes,
  ...stateCodes,
  ...dataCodes,
  ...limitCodes,
  ...packagingCodes,
  ...storeCodes,
  ...environmentCodes,
  ...awsCodes,
  ...placeCodes,
  ...mockCodes,
  ...internalCodes,
};

export type Code = keyof typeof codes;
export type MessageArguments<C extends Code> = Parameters<(typeof codes)[C]['message']>[0];
