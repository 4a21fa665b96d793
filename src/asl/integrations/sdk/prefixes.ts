/**
 * Services that IAM does not know by the name they have behind `aws-sdk:`, which is that of the AWS SDK for Java: most
 * have hyphens.
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const hyphenated = words(`
  access-analyzer acm-pca app-integrations application-autoscaling application-cost-profiler application-signals
  arc-region-switch arc-zonal-shift autoscaling-plans backup-gateway backup-search bcm-dashboards bcm-data-exports
  bcm-pricing-calculator bcm-recommended-actions bedrock-agentcore cleanrooms-ml cloudfront-keyvaluestore
  cloudtrail-data codeguru-profiler codeguru-reviewer codeguru-security codestar-connections codestar-notifications
  cognito-identity cognito-sync compute-optimizer connect-campaigns cost-optimization-hub devops-guru docdb-elastic
  ec2-instance-connect ecr-public eks-auth elemental-inference emr-containers emr-serverless geo-maps geo-places
  geo-routes inspector-scan kendra-ranking license-manager license-manager-linux-subscriptions
  license-manager-user-subscriptions managedblockchain-query mediapackage-vod medical-imaging migrationhub-orchestrator
  migrationhub-strategy neptune-graph network-firewall notifications-contacts nova-act payment-cryptography
  pca-connector-ad pca-connector-scep rds-data redshift-data redshift-serverless resource-explorer-2 resource-groups
  route53-recovery-cluster route53-recovery-control-config route53-recovery-readiness s3-outposts
  sagemaker-geospatial security-ir snow-device-management social-messaging ssm-contacts ssm-guiconnect ssm-incidents
  ssm-quicksetup ssm-sap timestream-influxdb vpc-lattice waf-regional workspaces-instances workspaces-web
`);

/** Others have a name of their own, or share one. */
const shared: { readonly [prefix: string]: string } = {
  'aco-automation': 'computeoptimizerautomation',
  aidevops: 'devopsagent',
  airflow: 'mwaa',
  'airflow-serverless': 'mwaaserverless',
  aoss: 'opensearchserverless',
  apigateway: 'apigatewayv2',
  appconfig: 'appconfigdata',
  aps: 'amp',
  'aws-marketplace':
    'marketplaceagreement marketplacecatalog marketplacedeployment marketplacediscovery marketplaceentitlement marketplacemetering marketplacereporting',
  bedrock:
    'bedrockagent bedrockagentruntime bedrockdataautomation bedrockdataautomationruntime bedrockruntime',
  'bedrock-agentcore': 'bedrockagentcorecontrol',
  cases: 'connectcases',
  cassandra: 'keyspaces keyspacesstreams',
  ce: 'costexplorer',
  chime: 'chimesdkidentity chimesdkmediapipelines chimesdkmeetings chimesdkmessaging chimesdkvoice',
  cloudformation: 'cloudcontrol',
  cloudhsm: 'cloudhsmv2',
  cloudsearch: 'cloudsearchdomain',
  'cognito-idp': 'cognitoidentityprovider',
  connect: 'connectcontactlens connectparticipant',
  'connect-campaigns': 'connectcampaignsv2',
  cur: 'costandusagereport',
  discovery: 'applicationdiscovery',
  dms: 'databasemigration',
  ds: 'directory',
  'ds-data': 'directoryservicedata',
  dynamodb: 'dynamodbstreams',
  elasticfilesystem: 'efs',
  elasticloadbalancing: 'elasticloadbalancingv2',
  elasticmapreduce: 'emr',
  es: 'elasticsearch opensearch',
  events: 'eventbridge',
  'execute-api': 'apigatewaymanagementapi',
  'finspace-api': 'finspacedata',
  forecast: 'forecastquery',
  geo: 'location',
  greengrass: 'greengrassv2',
  'health-agent': 'connecthealth',
  iot: 'iotdataplane iotsecuretunneling',
  iotevents: 'ioteventsdata',
  iotjobsdata: 'iotjobsdataplane',
  ivs: 'ivsrealtime',
  kinesisanalytics: 'kinesisanalyticsv2',
  kinesisvideo: 'kinesisvideoarchivedmedia kinesisvideomedia kinesisvideosignaling kinesisvideowebrtcstorage',
  lex: 'lexmodelbuilding lexmodelsv2 lexruntime lexruntimev2',
  logs: 'cloudwatchlogs',
  mechanicalturk: 'mturk',
  mediastore: 'mediastoredata',
  mgh: 'migrationhub migrationhubconfig',
  mobiletargeting: 'pinpoint',
  'neptune-db': 'neptunedata',
  partnercentral: 'partnercentralaccount partnercentralbenefits partnercentralchannel partnercentralselling',
  'payment-cryptography': 'paymentcryptographydata',
  personalize: 'personalizeevents personalizeruntime',
  profile: 'customerprofiles',
  rds: 'docdb neptune',
  'refactor-spaces': 'migrationhubrefactorspaces',
  s3: 's3control',
  sagemaker:
    'sagemakera2iruntime sagemakeredge sagemakerfeaturestoreruntime sagemakermetrics sagemakerruntime',
  scn: 'supplychain',
  sdb: 'simpledb simpledbv2',
  serverlessrepo: 'serverlessapplicationrepository',
  servicecatalog: 'servicecatalogappregistry',
  ses: 'mailmanager pinpointemail sesv2',
  signer: 'signerdata',
  'sms-voice': 'pinpointsmsvoice pinpointsmsvoicev2',
  sso: 'ssoadmin',
  'sso-oauth': 'ssooidc',
  states: 'sfn',
  tag: 'resourcegroupstaggingapi',
  tax: 'taxsettings',
  thinclient: 'workspacesthinclient',
  timestream: 'timestreamquery timestreamwrite',
  wisdom: 'qconnect',
};

const prefixes: ReadonlyMap<string, string> = new Map([
  ...hyphenated.map((prefix) => [prefix.replaceAll('-', ''), prefix] as const),
  ...Object.entries(shared).flatMap(([prefix, names]) => words(names).map((name) => [name, prefix] as const)),
]);

/** What stands before the colon of a service's IAM actions: `states` for `sfn`. */
export const iamPrefix = (service: string): string => prefixes.get(service) ?? service;

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
