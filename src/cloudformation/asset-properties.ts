/**
 * A property that may name something local. `code` is always packed as a zip, `any` only when it is a folder,
 * `template` is a nested template. `*` in its path stands for every key.
 */
export interface AssetProperty {
  readonly path: readonly string[];
  readonly content: 'code' | 'any' | 'template';
  /** Where the property is absent, the folder of the template is meant. */
  readonly impliesFolder?: true;
}

const any = (...path: readonly string[]): AssetProperty => ({ path, content: 'any' });
const code = (...path: readonly string[]): AssetProperty => ({ path, content: 'code' });
const orFolder = (property: AssetProperty): AssetProperty => ({ ...property, impliesFolder: true });
const template = (...path: readonly string[]): AssetProperty => ({ path, content: 'template' });

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
  'AWS::ApiGateway::RestApi': [any('BodyS3Location')],
  'AWS::AppSync::FunctionConfiguration': mappingTemplates,
  'AWS::AppSync::GraphQLSchema': [any('DefinitionS3Location')],
  'AWS::AppSync::Resolver': mappingTemplates,
  'AWS::CloudFormation::ModuleVersion': [any('ModulePackage')],
  'AWS::CloudFormation::ResourceVersion': [any('SchemaHandlerPackage')],
  'AWS::CloudFormation::Stack': [template('TemplateURL')],
  'AWS::CloudFormation::StackSet': [any('TemplateURL')],
  'AWS::CodeCommit::Repository': [code('Code', 'S3')],
  'AWS::ElasticBeanstalk::ApplicationVersion': [orFolder(any('SourceBundle'))],
  'AWS::Glue::Job': [any('Command', 'ScriptLocation')],
  'AWS::Lambda::Function': [orFolder(code('Code'))],
  'AWS::Lambda::LayerVersion': [orFolder(code('Content'))],
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
  'AWS::StepFunctions::StateMachine': [any('DefinitionS3Location')],
};

/** Properties of SAM's `Globals` section that its functions and APIs inherit. */
export const globalAssetProperties: readonly AssetProperty[] = [
  code('Function', 'CodeUri'),
  any('Api', 'DefinitionUri'),
];
