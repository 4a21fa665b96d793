import { jsonPath } from '../../asl/path/print.js';
import { transient, transientOrEnded } from '../../asl/transient.js';
import { workerArn } from '../../cloudformation/parameters.js';
import type { State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { contextOf, typeOf } from '../../states/registry.js';
import { nextOf } from '../flow/exits.js';
import { seesOf } from '../references/fields.js';
import { type Lowering, leadTo, writerFor } from './context.js';
import { whileInProgress, withTransient } from './errors.js';
import { lowerFields } from './fields.js';
import { storeResult } from './merge.js';
import { lowerObject } from './value.js';
import { lowerCatchers, lowerRetriers } from './ways.js';

/** As long as a Lambda function may run. */
const invokeSeconds = 900;
/** One call of the worker while it reconciles; that it takes too long Lambda says. The deadline of the state is the worker's to keep. */
const callSeconds = invokeSeconds + 60;
/** For a timeout that is only known when deploying: Step Functions runs no longer than a year. */
const year = 365 * 24 * 3600;

/** A state of plancc's as one Task. */
export function lowerTask(lowering: Lowering, state: State): JsonObject {
  const {
    Type: _,
    Properties: __,
    Next,
    End,
    When,
    Otherwise,
    Retry,
    Catch,
    TimeoutSeconds,
    ...rest
  } = state.value;
  const retriers = lowerRetriers(state);
  const kept = lowerFields(rest, writerFor(lowering, state, seesOf(state, ['Assign'])));
  return {
    Type: 'Task',
    ...kept,
    ...callOf(lowering, state, retriers),
    ...(rest.ResultPath === undefined ? resultOf(state) : {}),
    ...(Catch === undefined ? {} : { Catch: lowerCatchers(lowering, state) }),
    ...leadTo(lowering, state.scope, nextOf(state)!.to),
  };
}

const resultOf = (state: State): JsonObject =>
  state.language === 'JSONata'
    ? { Output: storeResult(state.name) }
    : { ResultPath: jsonPath(['output', state.name]) };

function callOf(lowering: Lowering, state: State, author: readonly JsonObject[]): JsonObject {
  const task = typeOf(state).lower(contextOf(lowering.plan, state));
  const seconds = state.value.TimeoutSeconds;
  const limit = (fallback: number): JsonObject =>
    lowerFields({ TimeoutSeconds: seconds ?? fallback }, writerFor(lowering, state, 'input'));
  switch (task.kind) {
    case 'integration':
      return {
        Resource: inPartition(lowering, task.resource),
        ...payload(lowering, state, task.arguments),
        ...limit(invokeSeconds),
        Retry: withTransient(author, transient),
      };
    case 'reconcile': {
      const bound =
        typeof seconds === 'number' ? seconds : seconds === undefined ? task.timeoutSeconds : year;
      const timeout = { timeoutSeconds: seconds ?? task.timeoutSeconds };
      return {
        Resource: lowering.substitutions.placeholder(workerArn),
        ...payload(lowering, state, request(state, { ...timeout, properties: task.properties })),
        TimeoutSeconds: callSeconds,
        Retry: [whileInProgress(bound), ...withTransient(author, transientOrEnded)],
      };
    }
    case 'wait':
      return {
        Resource: inPartition(lowering, 'arn:aws:states:::lambda:invoke.waitForTaskToken'),
        ...payload(lowering, state, {
          FunctionName: workerArn,
          Payload: request(state, {
            ...contextValue(state, 'token', 'Task.Token'),
            properties: task.properties,
          }),
        }),
        ...limit(task.timeoutSeconds),
        ...(task.heartbeatSeconds === undefined ? {} : { HeartbeatSeconds: task.heartbeatSeconds }),
        Retry: withTransient(author, transientOrEnded),
      };
  }
}

/** Amazon's ARNs of integrations name the partition: `aws`, `aws-cn`, `aws-us-gov`. */
const inPartition = (lowering: Lowering, arn: string): string =>
  arn.replace('arn:aws:', `arn:${lowering.substitutions.placeholder({ Ref: 'AWS::Partition' })}:`);

function payload(lowering: Lowering, state: State, value: JsonObject): JsonObject {
  const json = lowerObject(value, writerFor(lowering, state, 'input'));
  return { [state.language === 'JSONata' ? 'Arguments' : 'Parameters']: json };
}

/** What the worker is told: the state, the payload, and what makes one entry of the state unlike every other. */
const request = (state: State, more: JsonObject): JsonObject => ({
  type: state.type,
  state: state.name,
  ...more,
  ...(state.language === 'JSONata' ? { payload: '{% $states.input %}' } : { 'payload.$': '$' }),
  ...contextValue(state, 'execution', 'Execution.Id'),
  ...contextValue(state, 'redrive', 'Execution.RedriveCount'),
  ...contextValue(state, 'entered', 'State.EnteredTime'),
  ...contextValue(state, 'retry', 'State.RetryCount'),
});

/** A value of the context object: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
const contextValue = (state: State, key: string, path: string): JsonObject =>
  state.language === 'JSONata' ? { [key]: `{% $states.context.${path} %}` } : { [`${key}.$`]: `$$.${path}` };
