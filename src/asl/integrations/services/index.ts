import type { Service } from '../call.js';
import { apiGateway } from './api-gateway.js';
import { athena } from './athena.js';
import { batch } from './batch.js';
import { bedrock } from './bedrock.js';
import { bedrockAgentCore } from './bedrock-agentcore.js';
import { rdsData, redshiftData } from './data-api.js';
import { dynamodb } from './dynamodb.js';
import { ecs } from './ecs.js';
import { eks } from './eks.js';
import { emr } from './emr.js';
import { emrContainers } from './emr-containers.js';
import { emrServerless } from './emr-serverless.js';
import { events } from './events.js';
import { http } from './http.js';
import { lambda } from './lambda.js';
import { polly, transcribe } from './media.js';
import { mediaconvert } from './mediaconvert.js';
import { s3 } from './s3.js';
import { sagemaker } from './sagemaker.js';
import { sns } from './sns.js';
import { states } from './states.js';

/** Services with calls that need something special, by the name that IAM, or the integration, has for them. */
export const services: { readonly [service: string]: Service } = {
  apigateway: apiGateway,
  athena,
  batch,
  bedrock,
  bedrockagentcore: bedrockAgentCore,
  dynamodb,
  ecs,
  eks,
  elasticmapreduce: emr,
  'emr-containers': emrContainers,
  'emr-serverless': emrServerless,
  events,
  http,
  lambda,
  mediaconvert,
  polly,
  'rds-data': rdsData,
  'redshift-data': redshiftData,
  s3,
  sagemaker,
  sns,
  states,
  transcribe,
};
