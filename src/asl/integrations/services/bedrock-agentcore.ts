import { allow, byArn, type Call, type Service } from '../call.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrockagentcore.html#bedrockagentcore-iam */
const invokeHarness = (call: Call) => [
  allow(
    ['bedrock-agentcore:InvokeHarness', 'bedrock-agentcore:InvokeAgentRuntime'],
    [byArn(call, 'bedrock-agentcore:harness/*', 'HarnessArn')],
  ),
];

export const bedrockAgentCore: Service = { invokeHarness };
