import { App } from 'aws-cdk-lib';
import { createAccountStack } from './account/index.js';
import { createEnvironmentStack } from './environment/index.js';

/** The templates of both stacks. `receiver` is the program of the receiver, which stands in the account's. */
export function templates(receiver: string, outdir: string): { readonly [name: string]: object } {
  const app = new App({ analyticsReporting: false, treeMetadata: false, outdir });
  const stacks = [createAccountStack(app, receiver), createEnvironmentStack(app)];
  const assembly = app.synth();
  return Object.fromEntries(
    stacks.map(({ artifactId, stackName }) => [stackName, assembly.getStackArtifact(artifactId).template]),
  );
}
