import { emitTemplate, type TemplateInput } from '../../src/compiler/emit/template/index.js';
import type { JsonObject } from '../../src/source/document.js';
import { planOf } from '../plan.js';

const small = planOf(`
Name: small
States:
  Wait: { Type: Wait, Seconds: 1 }
`);

const everything = planOf(
  `
Name: webshop
Description: Database and application of the web shop
Tags: { team: payments, 'cost centre': 4711 }
Parameters:
  Image: { Default: node, Description: Where the tools are }
  Cpu: { Type: Number, Default: 2048 }
  DbPassword: { Secret: true, From: { Ssm: /webshop/password } }
  Unused: { Default: x }
  ToolsRole: { From: { Ssm: /roles/tools } }
Runners:
  tools:
    Image: "public.ecr.aws/docker/library/\${{ Parameters.Image }}:\${{ Distribution.Version }}"
    Role: !GetAtt JobRole.Arn
    Subnets: [subnet-1]
    Environment: { STAGE: "\${{ Environment }}", SIZE: 3, REGION: !Ref AWS::Region, TOPIC: !Sub "\${Topic.TopicName}-\${{ Environment }}", SHELL: "\${HOME:-\${{ Environment }}}" }
  more-tools:
    Image: public.ecr.aws/docker/library/node:22
    Role: !GetAtt JobRole.Arn
  Big:
    Image: !Sub "\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/tools:1"
    Cpu: "\${{ Parameters.Cpu }}"
    Memory: 8192
    Architecture: ARM64
  Foreign:
    Image: tools
    Role: "\${{ Parameters.ToolsRole }}"
    Cpu: 512
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: alias/aws/sns } }
  JobRole: &role
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }]
  BoundRole:
    Type: AWS::IAM::Role
    Properties:
      PermissionsBoundary: !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:policy/own"
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
States:
  Wait: { Type: Wait, Seconds: 1 }
`,
  '1.4.0',
);

const worker = { actions: ['lambda:InvokeFunction'], resources: [{ Ref: 'PlanccWorkerArn' }], states: ['A'] };

const definition = (states: JsonObject): string => JSON.stringify({ StartAt: 'A', States: states });

/** Inputs of the template's emitter, written by hand. */
export const inputs = {
  small: {
    plan: small,
    definition: definition({ A: { Type: 'Wait', Seconds: 1, End: true } }),
    substitutions: {},
    statements: [],
  },
  everything: {
    plan: everything,
    definition: definition({
      A: {
        Type: 'Task',
        Resource: '${Worker}',
        Parameters: { command: 'echo ${HOME:-${X}}', 'token.$': '$$.Task.Token', queue: '${Queue}' },
        ResultPath: null,
        End: true,
      },
    }),
    substitutions: {
      Worker: { Ref: 'PlanccWorkerArn' },
      Queue: { 'Fn::Join': ['', [{ Ref: 'PlanccRunnerBigQueue' }, '/']] },
    },
    statements: [
      worker,
      { actions: ['sns:Publish'], resources: [{ Ref: 'Topic' }], states: ['A'] },
      {
        actions: ['s3:GetObject'],
        resources: [
          { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${{ Parameters.Image }}/${{ States.A.Key }}' },
          '${{ Parameters.DbPassword }}',
        ],
        states: ['B'],
      },
      { actions: ['states:StartExecution'], resources: [{ Ref: 'PlanccStateMachine' }], states: ['A'] },
      {
        actions: ['states:DescribeExecution', 'states:StopExecution'],
        resources: [
          {
            'Fn::Sub':
              'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${PlanccStateMachine.Name}/*',
          },
        ],
        states: ['A'],
      },
    ],
  },
  manyFunctions: {
    plan: small,
    definition: definition({ A: { Type: 'Task', Resource: '${Worker}', End: true } }),
    substitutions: { Worker: { 'Fn::GetAtt': 'PlanccRole.Arn' } },
    statements: Array.from({ length: 300 }, (_, n) => ({
      actions: ['lambda:InvokeFunction'],
      resources: [
        { 'Fn::Sub': `arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:f${n}` },
      ],
      states: ['A'],
    })),
  },
} satisfies { readonly [name: string]: TemplateInput };

/** The template of each, as CloudFormation reads it. */
export const templates = Object.entries(inputs).map(
  ([name, input]) => [name, JSON.parse(JSON.stringify(emitTemplate(input))) as Template] as const,
);

export interface Resource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: a test looks anywhere in it
  readonly Properties: any;
}

export interface Template {
  readonly Description?: string;
  readonly Parameters: { readonly [id: string]: JsonObject };
  readonly Resources: { readonly [id: string]: Resource };
}

export const templateOf = (name: keyof typeof inputs): Template => new Map(templates).get(name)!;
