import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newStacks, outputsOf, reasonOf } from './stacks.js';

const loops = suite('loops of templates');

const transform = 'Transform: AWS::LanguageExtensions\n';

loops('resources, properties, conditions and outputs are made by them, one in another', async () => {
  const template = `${transform}
Parameters:
  Names: { Type: CommaDelimitedList, Default: "Fast,Slow" }
Conditions:
  Fn::ForEach::Wanted: [Name, !Ref Names, { "With\${Name}": !Equals ["\${Name}", Fast] }]
Resources:
  Fn::ForEach::Queues:
    - Name
    - !Ref Names
    - Queue\${Name}:
        Type: AWS::SQS::Queue
        Condition: With\${Name}
        Properties: { QueueName: !Sub "\${AWS::StackName}-\${Name}" }
  Fn::ForEach::Zones:
    - Zone
    - [eu-1, eu-2]
    - Fn::ForEach::Sizes:
        - Size
        - [S, L]
        - Topic&{Zone}\${Size}: { Type: AWS::SNS::Topic, Properties: { TopicName: !Ref Zone, DisplayName: !Ref Size } }
Outputs:
  Fn::ForEach::Topics: [Zone, [eu-1, eu-2], { "Name&{Zone}": { Value: !GetAtt "Topic&{Zone}S.TopicName" } }]
`;
  const result = await newStacks().deploy(template);
  assert.equal(outputsOf(result), { Nameeu1: 'eu-1', Nameeu2: 'eu-2' });
  assert.equal(result.status === 'done' && result.changes.map(({ logicalId }) => logicalId), [
    'QueueFast',
    'Topiceu1S',
    'Topiceu1L',
    'Topiceu2S',
    'Topiceu2L',
  ]);
});

loops('what is none is refused', async () => {
  const template = `${transform}Resources: { "Fn::ForEach::A": [Name, 7, {}] }`;
  assert.is(
    reasonOf(await newStacks().deploy(template)),
    'Template error: Fn::ForEach::A layout is incorrect',
  );
});

loops.run();
