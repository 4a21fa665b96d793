import type { Files } from '../../folder.js';

/** A distribution that others depend on. */
export const network = (version: string): Files => ({
  'plan.yaml': `
Name: network
Version: ${version}
Outputs: { Topic: "\${{ States.Topic.Arn }}" }
States:
  Topic:
    Type: cfn
    Properties: { StackName: "\${{ Environment }}-network", Template: topic.yaml }
`,
  'topic.yaml': `
Resources: { Topic: { Type: AWS::SNS::Topic } }
Outputs: { Arn: { Value: !Ref Topic } }
`,
});

/** A plan with all types of states but \`cdk\`, which tests of jobs have, with parameters from everywhere. */
export const webshop = (version: string, greeting: string): Files => ({
  'plan.yaml': `
Name: webshop
Version: ${version}
Dependencies: { network: ^1.0.0 }
Parameters:
  Greeting: { Default: hello, Values: { dev: ${greeting} } }
  Topic: { From: { Dependency: network, Output: Topic } }
  Colour: { From: { Ssm: "/webshop/\${{ Environment }}/colour" } }
  Password: { From: { Ssm: "/webshop/\${{ Environment }}/password" }, Secret: true }
Outputs:
  Greeted: \${{ States.Greet.text }}
  Job: \${{ States.Job.told }}
  Message: \${{ States.Send.MessageId }}
  Topic: \${{ States.Network.Topic }}
  By: \${{ States.Approve.by }}
States:
  Queue:
    Type: cfn
    Properties: { StackName: "\${{ Environment }}-queue", Template: queue.yaml, Parameters: { Name: "\${{ Parameters.Colour }}" } }
  Greeter:
    Type: sam
    Properties:
      Path: greeter
      StackName: \${{ Environment }}-greeter
      Parameters: { Greeting: "\${{ Parameters.Greeting }}" }
  Greet:
    Type: lambda
    Properties: { FunctionName: "\${{ States.Greeter.Function }}", Payload: { name: "\${{ Distribution.Name }}" } }
  Job:
    Type: runner
    Properties:
      Environment: { TOPIC: "\${{ Parameters.Topic }}", PASSWORD: "\${{ Parameters.Password }}" }
      Outputs: [told]
      Commands:
        - echo "$(cat data.txt), with $PASSWORD for $TOPIC"
        - printf '{"told":"%s"}' "\${#PASSWORD}" > "$PLANCC_OUTPUT"
  Network:
    Type: import
    Properties: { From: { Distribution: network }, Outputs: { Topic: $.outputs.Topic } }
  Send:
    Type: Task
    Resource: arn:aws:states:::sqs:sendMessage
    Parameters: { QueueUrl: "\${{ States.Queue.Url }}", MessageBody: "\${{ Deployment.Id }}" }
    ResultPath: $.output.Send
  Approve:
    Type: approval
    Properties: { Message: "Release \${{ Distribution.Version }} to \${{ Environment }}?" }
`,
  'data.txt': 'at work',
  'queue.yaml': `
Parameters: { Name: { Type: String } }
Resources: { Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub "webshop-\${Name}" } } }
Outputs: { Url: { Value: !Ref Queue } }
`,
  'greeter/template.yaml': `
Transform: AWS::Serverless-2016-10-31
Parameters: { Greeting: { Type: String } }
Resources:
  Greeter:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: index.handler
      Runtime: nodejs22.x
      Environment: { Variables: { GREETING: !Ref Greeting } }
Outputs: { Function: { Value: !Ref Greeter } }
`,
  'greeter/src/index.mjs': `
export const handler = async ({ name }) => ({ text: \`\${process.env.GREETING}, \${name}\` });
`,
});
