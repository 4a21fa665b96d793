/**
 * A property that may name something local. `code` is always packed as a zip, `any` only when it is a folder,
 * `template` is a nested template. `*` in its path stands for every key.
 */
export interface AssetProperty {
  readonly path: readonly string[];
  readonly content: 'code' | 'any' | 'template';
  /** Where the property is absent, the folder of the template is meant. */
  readonly impliesFolder?: true;
  /** How it takes the address of the object: with `S3Bucket` and `S3Key`, with `Bucket` and `Key`, as a URL; else `s3://…`. */
  readonly address?: 'S3Bucket' | 'Bucket' | 'https';
}

const any = (...path: readonly string[]): AssetProperty => ({ path, content: 'any' });
const code = (...path: readonly string[]): AssetProperty => ({ path, content: 'code' });
const orFolder = (property: AssetProperty): AssetProperty => ({ ...property, impliesFolder: true });
const template = (...path: readonly string[]): AssetProperty => ({
  path,
  content: 'template',
  address: 'https',
});
const s3Bucket = (property: AssetProperty): AssetProperty => ({ ...property, address: 'S3Bucket' });
const bucket = (property: AssetProperty): AssetProperty => ({ ...property, address: 'Bucket' });

const mappingTemplates = [
  any('CodeS3Location'),
  any('RequestMappingTemplateS3Location'),
  any('ResponseMappingTemplateS3Location'),
];

/**
 * By type of resource, as documented for `aws cloudformation package` and, for what SAM adds, `sam package`:
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
export const assetProperties: { readonly [resourceType: string]: readonly AssetProperty[] } = {
  'AWS::ApiGateway::RestApi': [bucket(any('BodyS3Location'))],
  'AWS::AppSync::FunctionConfiguration': mappingTemplates,
  'AWS::AppSync::GraphQLSchema': [any('DefinitionS3Location')],
  'AWS::AppSync::Resolver': mappingTemplates,
  'AWS::CloudFormation::ModuleVersion': [any('ModulePackage')],
  'AWS::CloudFormation::ResourceVersion': [any('SchemaHandlerPackage')],
  'AWS::CloudFormation::Stack': [template('TemplateURL')],
  'AWS::CloudFormation::StackSet': [{ ...any('TemplateURL'), address: 'https' }],
  'AWS::CodeCommit::Repository': [bucket(code('Code', 'S3'))],
  'AWS::ElasticBeanstalk::ApplicationVersion': [s3Bucket(orFolder(any('SourceBundle')))],
  'AWS::Glue::Job': [any('Command', 'ScriptLocation')],
  'AWS::Lambda::Function': [s3Bucket(orFolder(code('Code')))],
  'AWS::Lambda::LayerVersion': [s3Bucket(orFolder(code('Content')))],
  'AWS::Serverless::Api': [any('DefinitionUri')],
  'AWS::Serverless::Application': [template('Location')],
  'AWS::Serverless::Function': [orFolder(code('CodeUri'))],
  'AWS::Serverless::GraphQLApi': [
    any('SchemaUri'),
    any('Functions', '*', 'CodeUri'),
    any('Resolvers', '*', '*', 'CodeUri'),
  ],
  'AWS::Serverless::HttpApi': [any('DefinitionUri')],
  'AWS::Serverless::LayerVersion': [orFolder(code('ContentUri'))],
  'AWS::Serverless::StateMachine': [any('DefinitionUri')],
  'AWS::StepFunctions::StateMachine': [bucket(any('DefinitionS3Location'))],
};

/** Properties of SAM's `Globals` section that its functions and APIs inherit. */
export const globalAssetProperties: readonly AssetProperty[] = [
  code('Function', 'CodeUri'),
  any('Api', 'DefinitionUri'),
];
