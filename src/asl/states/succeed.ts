import { native, output, paths } from './fields.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html */
export const succeed = native('Succeed', 'Ends the plan, branch or iteration successfully.', {
  properties: { ...paths, ...output },
  examples: [{ Type: 'Succeed' }],
});
