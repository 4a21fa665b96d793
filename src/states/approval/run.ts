import type { Wait } from '../run-context.js';
import type { ApprovalProperties } from './schema.js';

export const wait: Wait<ApprovalProperties> = async ({ state, properties, ask }) => {
  const { Message, Approvers = [], Notify } = properties;
  await ask({
    message: Message === undefined ? `Go on with \`${state}\`?` : String(Message),
    approvers: Approvers.map(String),
    notify: Notify === undefined ? undefined : String(Notify),
  });
};
