import { App, Tags } from 'aws-cdk-lib';
import { WebStack } from '../lib/web-stack.mjs';

const app = new App();

// The plan gives both when it deploys; without it this is a developer's own copy.
const environment = app.node.tryGetContext('environment') ?? 'dev';
const version = app.node.tryGetContext('version') ?? '0.0.0';

new WebStack(app, 'Web', { stackName: `${environment}-web`, version });

Tags.of(app).add('environment', environment);
