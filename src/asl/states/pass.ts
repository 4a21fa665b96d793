import { assign, native, next, output, parameters, paths, resultPath } from './fields.js';
import { field } from './values.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html */
export const pass = native('Pass', 'Passes its input on, possibly reshaped.', {
  atMostOne: [['Next', 'End']],
  properties: {
    Result: field({ holds: 'JSONPath value' }, 'JSONPath: the result, as it is written here.', {
      ready: true,
    }),
    ...parameters,
    ...paths,
    ...resultPath,
    ...output,
    ...assign,
    ...next,
  },
  examples: [{ Type: 'Pass', Result: { ready: true }, ResultPath: '$.output.ready' }],
});
