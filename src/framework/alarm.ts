import type { Stack } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';

interface Watched {
  /** Of the alarm; the topic lets those publish whose names begin with `plancc-`. */
  readonly name: string;
  readonly description: string;
  readonly metric: readonly [namespace: string, name: string];
  readonly of: readonly [dimension: string, value: string];
  readonly statistic: 'Sum' | 'Maximum';
  /** The ARN of the topic that is told. */
  readonly topic: string;
}

/** Tells the topic as soon as there is one of what should never be. */
export const createAlarm = (stack: Stack, id: string, watched: Watched): CfnAlarm =>
  new CfnAlarm(stack, id, {
    alarmName: watched.name,
    alarmDescription: watched.description,
    namespace: watched.metric[0],
    metricName: watched.metric[1],
    dimensions: [{ name: watched.of[0], value: watched.of[1] }],
    statistic: watched.statistic,
    period: 300,
    evaluationPeriods: 1,
    threshold: 0,
    comparisonOperator: 'GreaterThanThreshold',
    treatMissingData: 'notBreaching',
    alarmActions: [watched.topic],
  });
