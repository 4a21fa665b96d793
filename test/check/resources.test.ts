import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkResources } from '../../src/compiler/check/resources.js';
import { checkTemplate } from '../../src/compiler/check/template.js';
import { emitTemplate } from '../../src/compiler/emit/template/index.js';
import { inputs } from '../emit/template-samples.js';
import { planOf } from '../plan.js';

const resources = suite('resources of a plan');

resources('may point at each other, at the environment and at pseudo parameters, and states at them', () => {
  const plan = planOf(`
Name: shop
Resources:
  Topic: { Type: AWS::SNS::Topic, DependsOn: Queue, Properties: { TopicName: !Sub "\${PlanccEnvironment}-\${!news}" } }
  Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref AWS::StackName } }
  Policy:
    Type: AWS::SNS::TopicPolicy
    DependsOn: [Topic, Queue]
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument:
        Resource: !Sub ["\${topic}/\${Queue.Arn}/\${ AWS::Region }", { topic: !Ref Topic }]
States:
  Send: { Type: Task, Resource: !Sub "arn:\${AWS::Partition}:states:::sqs:sendMessage", Parameters: { QueueUrl: !Ref Queue, Topic: !GetAtt Topic.TopicArn } }
`);
  assert.equal(checkResources(plan), []);
});

resources('warn where a reference stays text', () => {
  const plan = planOf(`
Name: shop
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { TopicName: "news-\${{ Environment }}" } }
`);
  const [found, ...more] = checkResources(plan);
  assert.equal(more, []);
  assert.is(found!.code, 'PLAN5103');
  assert.is(found!.severity, 'warning');
  assert.equal(found!.place, {
    file: 'plan.yaml',
    path: ['Resources', 'Topic', 'Properties', 'TopicName'],
    span: [5, 23],
  });
});

resources('warn of each reference that stays text, and say what can stand for it', () => {
  const plan = planOf(`
Name: shop
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { TopicName: "\${{ Environment }}-\${{ Parameters.Topic }}" } }
`);
  assert.equal(
    checkResources(plan).map(
      ({ message, help }) => `${message.split(' stays')[0]}: ${help?.split(' ', 3).join(' ')}`,
    ),
    ['`${{ Environment }}`: use `!Ref PlanccEnvironment`,', '`${{ Parameters.Topic }}`: make the resource'],
  );
});

resources('are limited in number, and so are parameters and what the states may do', () => {
  const topics = Array.from({ length: 499 }, (_, n) => `  Topic${n}: { Type: AWS::SNS::Topic }`);
  const variables = Array.from({ length: 200 }, (_, n) => `P${n}`);
  const plan = planOf(`
Name: shop
Parameters:
${variables.map((name) => `  ${name}: {}`).join('\n')}
Runners:
  tools:
    Image: node
    Environment:
${variables.map((name) => `      ${name}: "\${{ Parameters.${name} }}"`).join('\n')}
Resources:
${topics.join('\n')}
`);
  const statements = Array.from({ length: 600 }, (_, n) => ({
    actions: [`service:Action${n}`],
    resources: [`arn:aws:service:eu-west-1:*:thing/${'x'.repeat(100)}${n}`],
    states: ['A'],
  }));
  const template = emitTemplate({ ...inputs.small, plan, statements });
  const found = checkTemplate(plan, template);
  assert.equal(
    found.map(({ message }) => message),
    [
      "the plan's stack has 530 resources; at most 500 are possible",
      "the plan's stack has 204 parameters; at most 200 are possible",
      "the plan's stack has 21 managed policies with what the states may do; at most 10 are possible",
    ],
  );
  assert.equal(checkTemplate(inputs.everything.plan, emitTemplate(inputs.everything)), []);
});

resources.run();
