import type { JsonObject } from '../source/document.js';

/** What others may want to know: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export interface Events {
  /** `type` is the event's `detail-type`, e.g. `Deployment succeeded`. */
  readonly emit: (type: string, detail: JsonObject) => Promise<void>;
}
