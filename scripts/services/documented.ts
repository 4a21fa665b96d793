/**
 * The services that Step Functions says it can call, by the prefix of their errors; in lower case that is their name behind
 * `aws-sdk:`. Taken over by hand, with those that were added up to June 2026.
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 * https://docs.aws.amazon.com/step-functions/latest/dg/awssdk-release-history.html
 */
export const documentedPrefixes: readonly string[] = words(`
  AccessAnalyzer Account Acm AcmPca AiOps Amp Amplify AmplifyBackend AmplifyUiBuilder ApiGateway ApiGatewayV2 AppConfig
  AppConfigData AppFabric AppIntegrations AppMesh AppRunner AppStream AppSync AppTest Appflow ApplicationAutoScaling
  ApplicationCostProfiler ApplicationDiscovery ApplicationInsights ApplicationSignals ArcRegionSwitch ArcZonalShift
  Athena AuditManager AutoScaling AutoScalingPlans B2Bi Backup BackupGateway BackupSearch Batch BcmDashboards
  BcmDataExports BcmPricingCalculator BcmRecommendedActions Bedrock BedrockAgent BedrockAgentCore
  BedrockAgentCoreControl BedrockAgentRuntime BedrockDataAutomation BedrockDataAutomationRuntime BedrockRuntime Billing
  Billingconductor Braket Budgets Chime ChimeSdkIdentity ChimeSdkMediaPipelines ChimeSdkMeetings ChimeSdkMessaging
  ChimeSdkVoice CleanRooms CleanRoomsMl Cloud9 CloudControl CloudDirectory CloudFormation CloudFront
  CloudFrontKeyValueStore CloudHsm CloudHsmV2 CloudSearch CloudTrail CloudTrailData CloudWatch CloudWatchLogs CodeBuild
  CodeCatalyst CodeCommit CodeConnections CodeDeploy CodeGuruProfiler CodeGuruReviewer CodeGuruSecurity CodePipeline
  CodeStarConnections Codeartifact CodestarNotifications CognitoIdentity CognitoIdentityProvider CognitoSync Comprehend
  ComprehendMedical ComputeOptimizer ComputeOptimizerAutomation Config Connect ConnectCampaigns ConnectCampaignsV2
  ConnectCases ConnectContactLens ConnectHealth ConnectParticipant ControlCatalog ControlTower CostAndUsageReport
  CostExplorer CostOptimizationHub CustomerProfiles DataBrew DataExchange DataPipeline DataSync DataZone
  DatabaseMigration Dax Deadline Detective DevOpsAgent DevOpsGuru DeviceFarm DirectConnect Directory
  DirectoryServiceData Dlm DocDb DocDbElastic Drs Dsql DynamoDb DynamoDbStreams Ebs Ec2 Ec2InstanceConnect Ecr EcrPublic
  Ecs Efs Eks EksAuth ElastiCache ElasticBeanstalk ElasticInference ElasticLoadBalancing ElasticLoadBalancingV2
  ElasticTranscoder Elasticsearch ElementalInference Emr EmrContainers EmrServerless EntityResolution EventBridge
  Evidently FSx Finspace FinspaceData Firehose Fis Fms Forecast Forecastquery FraudDetector FreeTier GameLift
  GameLiftStreams GeoMaps GeoPlaces GeoRoutes Glacier Glue Grafana Greengrass GreengrassV2 GroundStation GuardDuty
  Health HealthLake Honeycode Iam Identitystore Imagebuilder Inspector Inspector2 InspectorScan Interconnect
  InternetMonitor Invoicing IoTAnalytics IoTFleetHub IoTFleetWise IoTSecureTunneling IoTSiteWise
  IoTThingsGraph IoTTwinMaker Iot IotDeviceAdvisor IotEvents IotEventsData IotJobsDataPlane IotManagedIntegrations IotWireless Ivs IvsRealTime
  Ivschat Kafka KafkaConnect Kendra KendraRanking Keyspaces KeyspacesStreams Kinesis KinesisAnalytics KinesisAnalyticsV2
  KinesisVideo KinesisVideoArchivedMedia KinesisVideoMedia KinesisVideoSignaling KinesisVideoWebRtcStorage Kms
  LakeFormation Lambda LaunchWizard LexModelBuilding LexModelsV2 LexRuntime LexRuntimeV2 LicenseManager
  LicenseManagerLinuxSubscriptions LicenseManagerUserSubscriptions Lightsail Location LookoutEquipment LookoutMetrics
  LookoutVision M2 MTurk Macie2 MailManager ManagedBlockchain ManagedBlockchainQuery MarketplaceCatalog
  MarketplaceCommerceAnalytics MarketplaceDiscovery MarketplaceEntitlement MarketplaceMetering MarketplaceReporting
  MediaConnect MediaConvert MediaLive MediaPackage MediaPackageV2 MediaPackageVod MediaStore MediaTailor MedicalImaging
  MemoryDb Mgn MigrationHub MigrationHubConfig MigrationHubOrchestrator MigrationHubRefactorSpaces MigrationHubStrategy
  Mpa Mq Mwaa MwaaServerless Neptune NeptuneGraph NetworkFirewall NetworkFlowMonitor NetworkManager NetworkMonitor
  NotificationsContacts NovaAct Oam ObservabilityAdmin Odb Omics OpenSearch OpenSearchServerless OpsWorks OpsWorksCm
  Organizations Osis Outposts Panorama PartnerCentralAccount PartnerCentralBenefits PartnerCentralChannel
  PartnerCentralSelling PaymentCryptography PaymentCryptographyData PcaConnectorAd PcaConnectorScep Pcs Personalize
  PersonalizeEvents PersonalizeRuntime Pi Pinpoint PinpointEmail PinpointSmsVoice PinpointSmsVoiceV2 Pipes Polly Pricing
  PrivateNetworks Proton QApps QBusiness QConnect Qldb QldbSession QuickSight Ram Rbin Rds RdsData Redshift RedshiftData
  RedshiftServerless Rekognition Repostspace Resiliencehub ResourceExplorer2 ResourceGroups ResourceGroupsTaggingApi
  RoboMaker RolesAnywhere Route53 Route53Domains Route53GlobalResolver Route53Profiles Route53RecoveryCluster
  Route53RecoveryControlConfig Route53RecoveryReadiness Route53Resolver RtbFabric Rum S3 S3Control S3Files S3Outposts
  S3Tables S3Vectors SageMaker SageMakerA2IRuntime SageMakerFeatureStoreRuntime SageMakerGeospatial SageMakerMetrics
  SageMakerRuntime SagemakerEdge Savingsplans Scheduler Schemas SecretsManager SecurityAgent SecurityHub SecurityIr
  SecurityLake ServerlessApplicationRepository ServiceCatalog ServiceCatalogAppRegistry ServiceDiscovery ServiceQuotas
  Ses SesV2 Sfn Shield Signer SignerData Signin SimSpaceWeaver SimpleDbV2 Sms SnowDeviceManagement Snowball Sns
  SocialMessaging Sqs Ssm SsmContacts SsmGuiConnect SsmIncidents SsmQuickSetup SsmSap Sso SsoAdmin SsoOidc
  StorageGateway Sts SupplyChain Support SupportApp Sustainability Swf Synthetics TaxSettings Textract TimestreamInfluxDb
  TimestreamQuery TimestreamWrite Tnb Transcribe Transfer Translate TrustedAdvisor Uxc VerifiedPermissions VoiceId
  VpcLattice Waf WafRegional Wafv2 WellArchitected Wickr Wisdom WorkDocs WorkMail WorkMailMessageFlow WorkSpaces WorkspacesInstances
  WorkSpacesThinClient WorkSpacesWeb XRay
`);

/** Operations that the same page calls unsupported: most give a stream, or have been replaced. */
export const unsupported: { readonly [service: string]: readonly string[] } = {
  applicationdiscovery: words('DescribeExportConfigurations ExportConfigurations'),
  bedrockagentruntime: words(
    'InvokeAgent InvokeFlow InvokeInlineAgent OptimizePrompt RetrieveAndGenerateStream',
  ),
  bedrockruntime: words('InvokeModelWithResponseStream ConverseStream'),
  cloudwatchlogs: words('StartLiveTail'),
  codedeploy: words(
    'BatchGetDeploymentInstances GetDeploymentInstance ListDeploymentInstances SkipWaitTimeForInstanceTermination',
  ),
  comprehendmedical: words('DetectEntities'),
  dataexchange: words('SendApiAsset'),
  directconnect: words(
    'AllocateConnectionOnInterconnect DescribeConnectionLoa DescribeConnectionsOnInterconnect DescribeInterconnectLoa',
  ),
  efs: words('CreateTags'),
  emr: words('DescribeJobFlows'),
  iot: words('AttachPrincipalPolicy ListPrincipalPolicies DetachPrincipalPolicy ListPolicyPrincipals'),
  iotdeviceadvisor: words('ListTestCases'),
  iotsitewise: words('InvokeAssistant'),
  kinesis: words('SubscribeToShard'),
  lambda: words('InvokeAsync InvokeWithResponseStream'),
  lexruntimev2: words('StartConversation'),
  mediapackage: words('RotateChannelCredentials'),
  qbusiness: words('Chat'),
  rdsdata: words('ExecuteSql'),
  s3: words('SelectObjectContent'),
  sagemakerruntime: words('InvokeEndpointWithResponseStream'),
  shield: words('DeleteSubscription'),
  sts: words('AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity'),
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
