/** Two stacks that depend on each other, one with an asset and a parameter. */
const program = `
const { App, CfnOutput, CfnParameter, DefaultStackSynthesizer, Stack, RemovalPolicy } = require('aws-cdk-lib');
const { Bucket } = require('aws-cdk-lib/aws-s3');
const { Topic } = require('aws-cdk-lib/aws-sns');
const { Asset } = require('aws-cdk-lib/aws-s3-assets');
const app = new App();
const synthesizer = () => new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
const data = new Stack(app, 'Data', { stackName: 'test-data', synthesizer: synthesizer() });
const bucket = new Bucket(data, 'Bucket', { removalPolicy: RemovalPolicy.DESTROY });
new CfnOutput(data, 'BucketName', { value: bucket.bucketName });
const web = new Stack(app, 'Web', { stackName: 'test-web', synthesizer: synthesizer() });
web.addStackDependency(data);
const domain = new CfnParameter(web, 'Domain', { default: 'none' });
const page = new Asset(web, 'Page', { path: __dirname + '/page.html' });
new Topic(web, 'Topic', { topicName: app.node.tryGetContext('topic') });
new CfnOutput(web, 'Url', { value: 'https://' + domain.valueAsString });
new CfnOutput(web, 'PageKey', { value: page.s3ObjectKey });
`;

/** A project with a CDK app, which finds its packages by `NODE_PATH`. */
export const app = {
  'app/cdk.json': JSON.stringify({ app: 'node app.cjs' }),
  'app/app.cjs': program,
  'app/page.html': '<h1>Shop</h1>',
};
