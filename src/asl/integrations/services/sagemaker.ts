import type { Json } from '../../../source/document.js';
import type { Statement } from '../../statement.js';
import { namedArn } from '../arn.js';
import { allow, type Call, managedRule, pascal, passRole, type Service } from '../call.js';
import { toValue } from '../text.js';

interface Made {
  /** Resource types and the arguments that name them. */
  readonly on: readonly (readonly [type: string, name: string])[];
  readonly role?: string;
  /** What a job is called in the APIs that describe and stop it, and the rule by which its end is heard of. */
  readonly job?: readonly [name: string, rule: string];
}

const endpoint: Made['on'] = [
  ['endpoint', 'EndpointName'],
  ['endpoint-config', 'EndpointConfigName'],
];

const made: { readonly [api: string]: Made } = {
  createEndpoint: { on: endpoint },
  updateEndpoint: { on: endpoint },
  createEndpointConfig: { on: [['endpoint-config', 'EndpointConfigName']] },
  createModel: { on: [['model', 'ModelName']], role: 'ExecutionRoleArn' },
  createTrainingJob: {
    on: [['training-job', 'TrainingJobName']],
    role: 'RoleArn',
    job: ['TrainingJob', 'TrainingJobs'],
  },
  createTransformJob: {
    on: [['transform-job', 'TransformJobName']],
    job: ['TransformJob', 'TransformJobs'],
  },
  createProcessingJob: {
    on: [['processing-job', 'ProcessingJobName']],
    role: 'RoleArn',
    job: ['ProcessingJob', 'ProcessingJobs'],
  },
  createHyperParameterTuningJob: {
    on: [['hyper-parameter-tuning-job', 'HyperParameterTuningJobName']],
    role: 'TrainingJobDefinition.RoleArn',
    job: ['HyperParameterTuningJob', 'TuningJobs'],
  },
  createLabelingJob: {
    on: [['labeling-job', 'LabelingJobName']],
    role: 'RoleArn',
    job: ['LabelingJob', 'LabelingJobs'],
  },
};

/**
 * Step Functions reads and, for jobs it waits for, sets tags.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html#sagemaker-iam
 */
function make(call: Call): readonly Statement[] {
  const { api, given, plan, waits } = call;
  const { on, role, job } = made[api]!;
  const resources = on.map(([type, name]) => inLowerCase(call, type, name));
  const waited = waits ? job : undefined;
  const tagged = waited !== undefined || given.has('Tags');
  const actions = [
    pascal(api),
    ...(waited ? [`Describe${waited[0]}`, `Stop${waited[0]}`] : []),
    ...(tagged ? ['AddTags'] : []),
  ];
  return [
    allow(
      actions.map((action) => `sagemaker:${action}`),
      resources,
    ),
    ...(api.startsWith('create') ? [allow(['sagemaker:ListTags'], ['*'])] : []),
    ...(role === undefined ? [] : passRole(plan, 'sagemaker.amazonaws.com', given.text(role))),
    ...(waited ? [managedRule(`StepFunctionsGetEventsForSageMaker${waited[1]}Rule`)] : []),
  ];
}

/** SageMaker's ARNs have the name in lower case, however it is written. */
function inLowerCase({ given, plan }: Call, type: string, name: string): Json {
  const text = given.text(name)?.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));
  return toValue(namedArn(plan, text, `sagemaker:${type}/*`));
}

const invokeEndpoint = (call: Call): readonly Statement[] => [
  allow(['sagemaker:InvokeEndpoint'], [inLowerCase(call, 'endpoint', 'EndpointName')]),
];

export const sagemaker: Service = {
  ...Object.fromEntries(Object.keys(made).map((api) => [api, make])),
  invokeEndpoint,
};
