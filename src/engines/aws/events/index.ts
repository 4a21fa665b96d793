import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Events } from '../../../ports/events.js';
import type { JsonObject } from '../../../source/document.js';
import type { Acting } from '../acting.js';
import { cutTexts } from './cut.js';
import { notify } from './notify.js';

/** What an approval that waits is told as; people are told of it, too. */
const waiting = 'Deployment waiting for approval';

/** Events on the default bus of EventBridge. `topic` is the ARN of the one that approvers listen to. */
export const createEvents = (acting: Acting, topic: string): Events => ({
  emit: async (type, detail) => {
    await put(acting, type, detail);
    if (type === waiting) await notify(acting, topic, detail);
  },
});

/** Throws when the event was not taken: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
async function put(acting: Acting, type: string, detail: JsonObject): Promise<void> {
  const client = await acting.own().events();
  const entry = {
    Source: 'plancc.deployment',
    DetailType: type,
    Detail: JSON.stringify(cutTexts(detail)),
  };
  const { FailedEntryCount = 0, Entries = [] } = await client.send(
    new PutEventsCommand({ Entries: [entry] }),
  );
  if (FailedEntryCount > 0)
    throw new Error(`EventBridge: ${Entries[0]?.ErrorCode}: ${Entries[0]?.ErrorMessage}`);
}
