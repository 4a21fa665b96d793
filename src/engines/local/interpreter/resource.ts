import type { JsonObject } from '../../../source/document.js';

/**
 * How the history speaks of a resource: functions and activities have events of their own.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export interface Resource {
  /** Of the types of its events. */
  readonly prefix: 'Task' | 'LambdaFunction' | 'Activity';
  /** What all its details have. */
  readonly details: JsonObject;
  readonly waitsForToken: boolean;
}

export function resourceOf(arn: string): Resource {
  if (/^arn:[^:]*:lambda:/.test(arn)) return { prefix: 'LambdaFunction', details: {}, waitsForToken: false };
  if (/^arn:[^:]*:states:[^:]*:\d*:activity:/.test(arn))
    return { prefix: 'Activity', details: {}, waitsForToken: false };
  const [resourceType = '', ...rest] = arn.split(':').slice(5);
  return {
    prefix: 'Task',
    details: { resourceType, resource: rest.join(':') },
    waitsForToken: arn.endsWith('.waitForTaskToken'),
  };
}

/** The fields of an event of a resource. */
export function detailsOf({ prefix, details }: Resource, what: string, more: JsonObject): JsonObject {
  const all = { ...details, ...more };
  const key = `${prefix[0]!.toLowerCase()}${prefix.slice(1)}${what}EventDetails`;
  return Object.keys(all).length === 0 ? {} : { [key]: all };
}
