import { namedArn } from '../arn.js';
import { allow, type Call, type Service } from '../call.js';
import { toValue } from '../text.js';

const defaultBus = ['default'];

/** Each entry names its bus: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html */
function putEvents({ given, plan }: Call) {
  const buses = given.items('Entries').map((entry) => entry.text('EventBusName') ?? defaultBus);
  const arns = buses.map((bus) => toValue(namedArn(plan, bus, 'events:event-bus/*')));
  return [allow(['events:PutEvents'], arns)];
}

export const events: Service = { putEvents };
