import { type App, type IStackSynthesizer, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';

/** A stack whose template needs nothing of the CDK where it is deployed. */
export const createStack = (app: App, id: string, description: string): Stack =>
  new Stack(app, id, {
    description,
    // The CDK's own types disagree where an absent property may not be `undefined`.
    synthesizer: new LegacyStackSynthesizer() as IStackSynthesizer,
    analyticsReporting: false,
  });
