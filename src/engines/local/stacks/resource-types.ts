/**
 * What follows from the name of a resource. In texts, `{name}`, `{region}`, `{account}`, `{arn}` and `{path}` (of IAM)
 * stand for these; `arn` is written without `arn:aws:`.
 */
export interface ResourceType {
  /** The property that names it. */
  readonly name: string;
  /** Names of its kind have no capital letters. */
  readonly lowerCase?: true;
  readonly arn?: string;
  /** What `Ref` gives; its name if absent. */
  readonly ref?: string;
  /** Attributes beside `Arn`, and beside properties that are given. */
  readonly attributes?: { readonly [name: string]: string };
}

const queueUrl = 'https://sqs.{region}.amazonaws.com/{account}/{name}';
const lambda: ResourceType = { name: 'FunctionName', arn: 'lambda:{region}:{account}:function:{name}' };
const table: ResourceType = { name: 'TableName', arn: 'dynamodb:{region}:{account}:table/{name}' };
const stateMachine: ResourceType = {
  name: 'StateMachineName',
  arn: 'states:{region}:{account}:stateMachine:{name}',
  ref: '{arn}',
  attributes: { Name: '{name}' },
};

/**
 * Types whose name tells their ARN and more; of all others only AWS knows.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const resourceTypes: { readonly [type: string]: ResourceType } = {
  'AWS::ApiGateway::ApiKey': { name: 'Name' },
  'AWS::CloudWatch::Alarm': { name: 'AlarmName', arn: 'cloudwatch:{region}:{account}:alarm:{name}' },
  'AWS::CodeBuild::Project': { name: 'Name', arn: 'codebuild:{region}:{account}:project/{name}' },
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::ECR::Repository': {
    name: 'RepositoryName',
    lowerCase: true,
    arn: 'ecr:{region}:{account}:repository/{name}',
    attributes: { RepositoryUri: '{account}.dkr.ecr.{region}.amazonaws.com/{name}' },
  },
  'AWS::ECS::Cluster': { name: 'ClusterName', arn: 'ecs:{region}:{account}:cluster/{name}' },
  'AWS::ECS::TaskDefinition': {
    name: 'Family',
    ref: 'arn:aws:ecs:{region}:{account}:task-definition/{name}:1',
    attributes: { TaskDefinitionArn: 'arn:aws:ecs:{region}:{account}:task-definition/{name}:1' },
  },
  'AWS::Events::EventBus': { name: 'Name', arn: 'events:{region}:{account}:event-bus/{name}' },
  'AWS::Events::Rule': { name: 'Name', arn: 'events:{region}:{account}:rule/{name}' },
  'AWS::IAM::Group': { name: 'GroupName', arn: 'iam::{account}:group{path}{name}' },
  'AWS::IAM::InstanceProfile': {
    name: 'InstanceProfileName',
    arn: 'iam::{account}:instance-profile{path}{name}',
  },
  'AWS::IAM::ManagedPolicy': {
    name: 'ManagedPolicyName',
    arn: 'iam::{account}:policy{path}{name}',
    ref: '{arn}',
    attributes: { PolicyArn: '{arn}' },
  },
  'AWS::IAM::Role': { name: 'RoleName', arn: 'iam::{account}:role{path}{name}' },
  'AWS::IAM::User': { name: 'UserName', arn: 'iam::{account}:user{path}{name}' },
  'AWS::KMS::Alias': { name: 'AliasName' },
  'AWS::Kinesis::Stream': { name: 'Name', arn: 'kinesis:{region}:{account}:stream/{name}' },
  'AWS::Lambda::Function': lambda,
  'AWS::Logs::LogGroup': { name: 'LogGroupName', arn: 'logs:{region}:{account}:log-group:{name}:*' },
  'AWS::RDS::DBCluster': {
    name: 'DBClusterIdentifier',
    lowerCase: true,
    attributes: { DBClusterArn: 'arn:aws:rds:{region}:{account}:cluster:{name}' },
  },
  'AWS::RDS::DBInstance': {
    name: 'DBInstanceIdentifier',
    lowerCase: true,
    attributes: { DBInstanceArn: 'arn:aws:rds:{region}:{account}:db:{name}' },
  },
  'AWS::S3::Bucket': {
    name: 'BucketName',
    lowerCase: true,
    arn: 's3:::{name}',
    attributes: {
      DomainName: '{name}.s3.amazonaws.com',
      RegionalDomainName: '{name}.s3.{region}.amazonaws.com',
      WebsiteURL: 'http://{name}.s3-website.{region}.amazonaws.com',
    },
  },
  'AWS::SNS::Topic': {
    name: 'TopicName',
    ref: 'arn:aws:sns:{region}:{account}:{name}',
    attributes: { TopicArn: 'arn:aws:sns:{region}:{account}:{name}' },
  },
  'AWS::SQS::Queue': {
    name: 'QueueName',
    arn: 'sqs:{region}:{account}:{name}',
    ref: queueUrl,
    attributes: { QueueUrl: queueUrl },
  },
  'AWS::SSM::Parameter': { name: 'Name' },
  'AWS::SecretsManager::Secret': {
    name: 'Name',
    ref: 'arn:aws:secretsmanager:{region}:{account}:secret:{name}-000000',
    attributes: { Id: 'arn:aws:secretsmanager:{region}:{account}:secret:{name}-000000' },
  },
  'AWS::Serverless::Function': lambda,
  'AWS::Serverless::SimpleTable': table,
  'AWS::Serverless::StateMachine': { ...stateMachine, name: 'Name' },
  'AWS::StepFunctions::Activity': {
    name: 'Name',
    arn: 'states:{region}:{account}:activity:{name}',
    ref: '{arn}',
  },
  'AWS::StepFunctions::StateMachine': stateMachine,
};
