import type { Pattern } from './resource.js';

/** What an API of an optimized integration takes: in which ways it can be called, and which arguments it needs. */
export interface OptimizedApi {
  readonly patterns: readonly Pattern[];
  /** Names, or paths such as `Authentication.ConnectionArn`; `A|B` where one of several is enough. */
  readonly required: readonly string[];
}

const answer: readonly Pattern[] = ['request-response'];
const job: readonly Pattern[] = ['request-response', 'sync'];
const callback: readonly Pattern[] = ['request-response', 'waitForTaskToken'];
const all: readonly Pattern[] = ['request-response', 'sync', 'waitForTaskToken'];

const api = (patterns: readonly Pattern[], ...required: readonly string[]): OptimizedApi => ({
  patterns,
  required,
});

/**
 * The integrations that Step Functions has made itself; there are no others without `aws-sdk:`. Checked by hand.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
export const optimized: { readonly [service: string]: { readonly [api: string]: OptimizedApi } } = {
  apigateway: { invoke: api(callback, 'ApiEndpoint', 'Method') },
  athena: {
    startQueryExecution: api(job, 'QueryString'),
    stopQueryExecution: api(answer, 'QueryExecutionId'),
    getQueryExecution: api(answer, 'QueryExecutionId'),
    getQueryResults: api(answer, 'QueryExecutionId'),
  },
  batch: { submitJob: api(job, 'JobName', 'JobQueue', 'JobDefinition') },
  bedrock: {
    invokeModel: api(callback, 'ModelId'),
    createModelCustomizationJob: api(
      all,
      ...['JobName', 'CustomModelName', 'RoleArn', 'BaseModelIdentifier'],
      ...['TrainingDataConfig', 'OutputDataConfig'],
    ),
  },
  bedrockagentcore: { invokeHarness: api(answer, 'HarnessArn') },
  codebuild: {
    startBuild: api(job, 'ProjectName'),
    stopBuild: api(answer, 'Id'),
    batchDeleteBuilds: api(answer, 'Ids'),
    batchGetReports: api(answer, 'ReportArns'),
    startBuildBatch: api(job, 'ProjectName'),
    stopBuildBatch: api(answer, 'Id'),
    retryBuildBatch: api(job),
    deleteBuildBatch: api(answer, 'Id'),
  },
  databrew: { startJobRun: api(job, 'Name') },
  dynamodb: {
    getItem: api(answer, 'TableName', 'Key'),
    putItem: api(answer, 'TableName', 'Item'),
    updateItem: api(answer, 'TableName', 'Key'),
    deleteItem: api(answer, 'TableName', 'Key'),
  },
  ecs: { runTask: api(all, 'TaskDefinition') },
  eks: {
    call: api(callback, 'ClusterName', 'CertificateAuthority', 'Endpoint', 'Method', 'Path'),
    runJob: api(all, 'ClusterName', 'CertificateAuthority', 'Endpoint', 'Job'),
    createCluster: api(all, 'Name', 'RoleArn', 'ResourcesVpcConfig'),
    deleteCluster: api(all, 'Name'),
    createFargateProfile: api(all, 'ClusterName', 'FargateProfileName', 'PodExecutionRoleArn'),
    deleteFargateProfile: api(all, 'ClusterName', 'FargateProfileName'),
    createNodegroup: api(all, 'ClusterName', 'NodegroupName', 'NodeRole', 'Subnets'),
    deleteNodegroup: api(all, 'ClusterName', 'NodegroupName'),
  },
  elasticmapreduce: {
    createCluster: api(job, 'Name', 'Instances'),
    setClusterTerminationProtection: api(answer, 'ClusterId', 'TerminationProtected'),
    terminateCluster: api(job, 'ClusterId'),
    addStep: api(job, 'ClusterId', 'Step'),
    cancelStep: api(answer, 'ClusterId', 'StepId'),
    modifyInstanceFleetByName: api(answer, 'ClusterId', 'InstanceFleetName', 'InstanceFleet'),
    modifyInstanceGroupByName: api(answer, 'ClusterId', 'InstanceGroupName', 'InstanceGroup'),
  },
  'emr-containers': {
    createVirtualCluster: api(answer, 'Name', 'ContainerProvider'),
    deleteVirtualCluster: api(job, 'Id'),
    startJobRun: api(job, 'VirtualClusterId'),
  },
  'emr-serverless': {
    createApplication: api(job, 'ReleaseLabel', 'Type'),
    startApplication: api(job, 'ApplicationId'),
    stopApplication: api(job, 'ApplicationId'),
    deleteApplication: api(job, 'ApplicationId'),
    startJobRun: api(job, 'ApplicationId', 'ExecutionRoleArn'),
    cancelJobRun: api(job, 'ApplicationId', 'JobRunId'),
  },
  events: { putEvents: api(callback, 'Entries') },
  glue: { startJobRun: api(job, 'JobName') },
  http: {
    invoke: api(
      answer,
      'ApiEndpoint',
      'Method',
      'Authentication.ConnectionArn|InvocationConfig.ConnectionArn',
    ),
  },
  lambda: { invoke: api(callback, 'FunctionName') },
  mediaconvert: { createJob: api(job, 'Role', 'Settings') },
  sagemaker: {
    createEndpoint: api(answer, 'EndpointName', 'EndpointConfigName'),
    createEndpointConfig: api(answer, 'EndpointConfigName', 'ProductionVariants'),
    createHyperParameterTuningJob: api(job, 'HyperParameterTuningJobName', 'HyperParameterTuningJobConfig'),
    createLabelingJob: api(
      job,
      ...[
        'LabelingJobName',
        'LabelAttributeName',
        'InputConfig',
        'OutputConfig',
        'RoleArn',
        'HumanTaskConfig',
      ],
    ),
    createModel: api(answer, 'ModelName'),
    createProcessingJob: api(job, 'ProcessingJobName', 'ProcessingResources', 'AppSpecification', 'RoleArn'),
    createTrainingJob: api(job, 'TrainingJobName', 'OutputDataConfig', 'RoleArn'),
    createTransformJob: api(
      job,
      ...['TransformJobName', 'ModelName', 'TransformInput', 'TransformOutput', 'TransformResources'],
    ),
    updateEndpoint: api(answer, 'EndpointName', 'EndpointConfigName'),
  },
  sns: { publish: api(callback, 'Message', 'TopicArn|TargetArn|PhoneNumber') },
  sqs: { sendMessage: api(callback, 'QueueUrl', 'MessageBody') },
  states: { startExecution: api([...all, 'sync:2'], 'StateMachineArn') },
};

/** Optimized integrations whose service has another name behind `aws-sdk:`. */
export const sdkNames: { readonly [service: string]: string } = {
  elasticmapreduce: 'emr',
  'emr-containers': 'emrcontainers',
  'emr-serverless': 'emrserverless',
  events: 'eventbridge',
  states: 'sfn',
};
