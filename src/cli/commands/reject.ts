import { decisionCommand } from '../environments/decision-command.js';

export const reject = decisionCommand({
  decision: 'rejected',
  name: 'reject',
  describe: 'Reject what a deployment waits for approval of',
  examples: [['reject --comment "not on a Friday"', 'The only approval that waits, with a reason']],
});
