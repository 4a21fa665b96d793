import { decisionCommand } from '../environments/decision-command.js';

export const approve = decisionCommand({
  decision: 'approved',
  name: 'approve',
  describe: 'Approve what a deployment waits for',
  examples: [
    ['approve', 'The only approval that waits, wherever it does'],
    ['approve webshop --state Approve --comment "tested by Ben"', 'A certain one, with a reason'],
  ],
});
