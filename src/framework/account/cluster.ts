import type { Stack } from 'aws-cdk-lib';
import { CfnCluster } from 'aws-cdk-lib/aws-ecs';
import { cluster } from '../../engines/aws/names.js';

/** Where the hosts of runners run, on Fargate. */
export const createCluster = (stack: Stack): CfnCluster =>
  new CfnCluster(stack, 'Cluster', { clusterName: cluster });
