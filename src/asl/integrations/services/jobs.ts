import type { Statement } from '../../statement.js';
import { allow, type Call, managedRule, named, pascal, passRole } from '../call.js';

/** Pattern of the ARN of what is acted on, and the arguments that name it. */
type Target = readonly [pattern: string, ...names: string[]];

/** An API that starts or ends something, and what waiting for it needs besides. */
interface Job {
  readonly on: Target;
  /** IAM's names for the API where they are others. */
  readonly actions?: readonly string[];
  /** To see how it goes, and to stop it. */
  readonly waiting?: readonly string[];
  readonly waitingOn?: Target;
  readonly rule?: string;
  /** A service that is handed a role, and the argument that names the role. */
  readonly passes?: readonly [service: string, role: string];
}

const project: Target = ['codebuild:project/*', 'ProjectName'];
const report: Target = ['codebuild:report-group/*'];
const cluster: Target = ['elasticmapreduce:cluster/*', 'ClusterId'];
const application: Target = ['emr-serverless:/applications/*', 'ApplicationId'];
const applicationRule = 'StepFunctionsGetEventsForEMRServerlessApplicationRule';

/** https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html: "IAM policies" of each service. */
export const jobs: { readonly [service: string]: { readonly [api: string]: Job } } = {
  codebuild: {
    startBuild: {
      on: project,
      waiting: ['StopBuild', 'BatchGetBuilds'],
      rule: 'StepFunctionsGetEventForCodeBuildStartBuildRule',
    },
    startBuildBatch: {
      on: project,
      waiting: ['StopBuildBatch', 'BatchGetBuildBatches'],
      rule: 'StepFunctionsGetEventForCodeBuildStartBuildBatchRule',
    },
    retryBuildBatch: { on: project, waiting: ['StopBuildBatch', 'BatchGetBuildBatches'] },
    stopBuild: { on: project },
    stopBuildBatch: { on: project },
    batchDeleteBuilds: { on: project },
    deleteBuildBatch: { on: project },
    batchGetReports: { on: report },
  },
  databrew: {
    startJobRun: { on: ['databrew:job/*', 'Name'], waiting: ['ListJobRuns', 'StopJobRun'] },
  },
  glue: {
    startJobRun: {
      on: ['glue:job/*', 'JobName'],
      waiting: ['GetJobRun', 'GetJobRuns', 'BatchStopJobRun'],
    },
  },
  elasticmapreduce: {
    addStep: {
      on: cluster,
      actions: ['AddJobFlowSteps'],
      waiting: ['DescribeStep', 'CancelSteps'],
      rule: 'StepFunctionsGetEventForEMRAddJobFlowStepsRule',
    },
    cancelStep: { on: cluster, actions: ['CancelSteps'] },
    setClusterTerminationProtection: { on: cluster, actions: ['SetTerminationProtection'] },
    modifyInstanceFleetByName: { on: cluster, actions: ['ModifyInstanceFleet', 'ListInstanceFleets'] },
    modifyInstanceGroupByName: { on: cluster, actions: ['ModifyInstanceGroups', 'ListInstanceGroups'] },
    terminateCluster: {
      on: cluster,
      actions: ['TerminateJobFlows'],
      waiting: ['DescribeCluster'],
      rule: 'StepFunctionsGetEventForEMRTerminateJobFlowsRule',
    },
  },
  'emr-containers': {
    deleteVirtualCluster: {
      on: ['emr-containers:/virtualclusters/*', 'Id'],
      waiting: ['DescribeVirtualCluster'],
    },
  },
  'emr-serverless': {
    startApplication: {
      on: application,
      waiting: ['GetApplication', 'StopApplication'],
      rule: applicationRule,
    },
    stopApplication: { on: application, waiting: ['GetApplication'], rule: applicationRule },
    deleteApplication: { on: application, waiting: ['GetApplication'], rule: applicationRule },
    startJobRun: {
      on: application,
      waiting: ['GetJobRun', 'CancelJobRun'],
      waitingOn: ['emr-serverless:/applications/*/jobruns/*', 'ApplicationId'],
      rule: 'StepFunctionsGetEventsForEMRServerlessJobRule',
      passes: ['emr-serverless.amazonaws.com', 'ExecutionRoleArn'],
    },
    cancelJobRun: {
      on: ['emr-serverless:/applications/*/jobruns/*', 'ApplicationId', 'JobRunId'],
      waiting: ['GetJobRun'],
      rule: 'StepFunctionsGetEventsForEMRServerlessJobRule',
    },
  },
  eks: {
    createCluster: {
      on: ['eks:cluster/*', 'Name'],
      waiting: ['DescribeCluster', 'DeleteCluster'],
      passes: ['eks.amazonaws.com', 'RoleArn'],
    },
    createFargateProfile: {
      on: ['eks:cluster/*', 'ClusterName'],
      waiting: ['DescribeFargateProfile', 'DeleteFargateProfile'],
      waitingOn: ['eks:fargateprofile/*/*/*', 'ClusterName', 'FargateProfileName'],
      passes: ['eks.amazonaws.com', 'PodExecutionRoleArn'],
    },
    createNodegroup: {
      on: ['eks:cluster/*', 'ClusterName'],
      waiting: ['DescribeNodegroup', 'DeleteNodegroup'],
      waitingOn: ['eks:nodegroup/*/*/*', 'ClusterName', 'NodegroupName'],
      passes: ['eks.amazonaws.com', 'NodeRole'],
    },
    deleteCluster: { on: ['eks:cluster/*', 'Name'], waiting: ['DescribeCluster'] },
    deleteFargateProfile: {
      on: ['eks:fargateprofile/*/*/*', 'ClusterName', 'FargateProfileName'],
      waiting: ['DescribeFargateProfile'],
    },
    deleteNodegroup: {
      on: ['eks:nodegroup/*/*/*', 'ClusterName', 'NodegroupName'],
      waiting: ['DescribeNodegroup'],
    },
  },
};

export function jobStatements(call: Call, job: Job): readonly Statement[] {
  const { service, api, given, plan, waits } = call;
  const inService = (names: readonly string[]) => names.map((name) => `${service}:${name}`);
  const target = named(call, ...job.on);
  const { actions = [pascal(api)], waiting = [], waitingOn, rule, passes } = job;
  const together = waits && waitingOn === undefined ? [...actions, ...waiting] : actions;
  return [
    allow(inService(together), [target]),
    ...(waits && waitingOn !== undefined ? [allow(inService(waiting), [named(call, ...waitingOn)])] : []),
    ...(waits && rule !== undefined ? [managedRule(rule)] : []),
    ...(passes === undefined ? [] : passRole(plan, passes[0], given.text(passes[1]))),
  ];
}
