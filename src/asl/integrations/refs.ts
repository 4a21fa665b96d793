/**
 * Resources of which `Ref` gives the ARN; of most others it gives the name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
export const givesArn: ReadonlySet<string> = new Set([
  'AWS::Batch::ComputeEnvironment',
  'AWS::Batch::JobDefinition',
  'AWS::Batch::JobQueue',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Version',
  'AWS::SNS::Topic',
  'AWS::SageMaker::Endpoint',
  'AWS::SageMaker::EndpointConfig',
  'AWS::SageMaker::Model',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::Activity',
  'AWS::StepFunctions::StateMachine',
  'AWS::StepFunctions::StateMachineAlias',
  'AWS::StepFunctions::StateMachineVersion',
]);

/** Resources of which `Ref` gives the name and the attribute `Arn` the ARN. */
export const arnAttribute: ReadonlySet<string> = new Set([
  'AWS::CodeBuild::Project',
  'AWS::DynamoDB::Table',
  'AWS::ECR::Repository',
  'AWS::ECS::Cluster',
  'AWS::EKS::Cluster',
  'AWS::Events::EventBus',
  'AWS::IAM::Role',
  'AWS::Kinesis::Stream',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::KMS::Key',
  'AWS::Lambda::Function',
  'AWS::SQS::Queue',
]);
