export type Pattern = 'request-response' | 'sync' | 'sync:2' | 'waitForTaskToken';

/** What the `Resource` of a Task calls. */
export interface Resource {
  readonly kind: 'lambda' | 'activity' | 'optimized' | 'sdk';
  /** As the ARN names it: `sns`, `elasticmapreduce`; with `aws-sdk:` before it, `sfn`, `cloudwatchlogs`. */
  readonly service: string;
  /** In camel case, as in the ARN: `startExecution`. */
  readonly api: string;
  readonly pattern: Pattern;
  readonly partition: string;
}

const direct = /^arn:([^:]+):(?:(lambda):[^:]*:[^:]*:function:.|states:[^:]*:[^:]*:(activity):.)/;
const integration =
  /^arn:([^:]+):states:[^:]*:[^:]*:(aws-sdk:)?(?!aws-sdk:)([a-z0-9-]+):([A-Za-z0-9]+)(?:\.(sync|sync:2|waitForTaskToken))?$/;

/**
 * Reads the `Resource` of a Task, or of an ItemReader or ResultWriter. Undefined for what is not an ARN of a function,
 * an activity or an integration. Whether the integration exists is not looked at.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-service-integrations.html
 */
export function parseResource(resource: string): Resource | undefined {
  const held = direct.exec(resource);
  if (held !== null) {
    const called = held[2] ? (['lambda', 'invoke'] as const) : (['activity', 'getActivityTask'] as const);
    const [kind, api] = called;
    const service = kind === 'lambda' ? kind : 'states';
    return { kind, service, api, pattern: 'request-response', partition: held[1]! };
  }
  const named = integration.exec(resource);
  if (named === null) return undefined;
  const [, partition, sdk, service, api, pattern = 'request-response'] = named;
  return {
    kind: sdk === undefined ? 'optimized' : 'sdk',
    service: service!,
    api: api!,
    pattern: pattern as Pattern,
    partition: partition!,
  };
}
