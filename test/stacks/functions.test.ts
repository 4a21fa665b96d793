import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { subnetsOf } from '../../src/engines/local/stacks/evaluate/cidr.js';
import { splitAround } from '../../src/engines/local/stacks/evaluate/placeholder.js';
import { newStacks, outputsOf, reasonOf } from './stacks.js';

const functions = suite('intrinsic functions of recorded stacks');

/** A template with everything that the expressions refer to, and an expression as its output. */
const withOutput = (expression: string): string => `
Parameters:
  Size: { Type: Number, Default: 1 }
  Zones: { Type: CommaDelimitedList, Default: "a, b" }
  Password: { Type: String, NoEcho: true, Default: hush }
  Image: { Type: AWS::SSM::Parameter::Value<String>, Default: /images/latest }
Mappings:
  Sizes: { small: { Memory: 128 }, large: { Memory: 512, Zones: [x, y] } }
  Images: { eu-west-1: { Id: ami-1 } }
Conditions:
  IsSmall: !Equals [!Ref Size, "1"]
  IsLarge: !Not [{ Condition: IsSmall }]
  IsBoth: !And [{ Condition: IsSmall }, { Condition: IsLarge }]
  IsEither: !Or [{ Condition: IsBoth }, { Condition: IsSmall }]
  KnowsSecret: !Equals [!Ref Password, hush]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Queue: { Type: AWS::SQS::Queue }
  Named: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub "q-\${Size}" } }
  Topic: { Type: AWS::SNS::Topic }
  Bucket: { Type: AWS::S3::Bucket }
  Role: { Type: AWS::IAM::Role, Properties: { Path: /shop/, AssumeRolePolicyDocument: {} } }
  Gone: { Type: AWS::SQS::Queue, Condition: IsLarge }
Outputs:
  Result: { Value: ${expression} }
`;

const results: readonly (readonly [expression: string, result: string])[] = [
  ['!Ref Size', '1'],
  ['!Ref Vpc', '<Vpc>'],
  ['!GetAtt Vpc.DefaultSecurityGroup', '<Vpc.DefaultSecurityGroup>'],
  ['!GetAtt Vpc.CidrBlock', '10.0.0.0/16'],
  ['!Ref Image', '<Image>'],
  ['!Ref Password', '****'],
  ['!Sub "${Password}!"', '****!'],
  ['!If [KnowsSecret, yes, no]', 'yes'],
  ['!Ref Queue', 'https://sqs.local.amazonaws.com/000000000000/test-shop-Queue-local'],
  ['!GetAtt Queue.Arn', 'arn:aws:sqs:local:000000000000:test-shop-Queue-local'],
  ['!GetAtt Queue.QueueName', 'test-shop-Queue-local'],
  ['!GetAtt Named.QueueName', 'q-1'],
  ['!GetAtt Named.Arn', 'arn:aws:sqs:local:000000000000:q-1'],
  ['!Ref Topic', 'arn:aws:sns:local:000000000000:test-shop-Topic-local'],
  ['!Ref Bucket', 'test-shop-bucket-local'],
  ['!GetAtt Role.Arn', 'arn:aws:iam::000000000000:role/shop/test-shop-Role-local'],
  ['{ "Fn::GetAtt": [Queue, Arn] }', 'arn:aws:sqs:local:000000000000:test-shop-Queue-local'],
  ['!Sub "${AWS::StackName} in ${AWS::Region} of ${AWS::Partition}"', 'test-shop in local of aws'],
  ['!Sub "${!Literal} ${Queue.QueueName}"', '${Literal} test-shop-Queue-local'],
  ['!Sub ["${A}-${Size}", { A: !Ref Vpc }]', '<Vpc>-1'],
  ['!Join ["/", [a, !Ref Size, !Ref Vpc]]', 'a/1/<Vpc>'],
  ['!Join ["", !Ref Zones]', 'ab'],
  ['!Join [",", [a, !Ref "AWS::NoValue", b]]', 'a,b'],
  ['!Select [1, !Ref Zones]', 'b'],
  ['!Select ["1", !Split [".", a.b.c]]', 'b'],
  ['!Select [5, !Split [":", !GetAtt Vpc.Arn]]', '<Vpc.Arn.5>'],
  ['!Select [0, !GetAtt Vpc.CidrBlockAssociations]', '<Vpc.CidrBlockAssociations.0>'],
  ['!Select [1, !GetAZs ""]', 'localb'],
  ['!Select [0, !GetAZs eu-west-1]', 'eu-west-1a'],
  ['!Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 2, 8]]', '10.0.1.0/24'],
  ['!Select [1, !Cidr [!GetAtt Vpc.Ipv6CidrBlock, 2, 64]]', '<Vpc.Ipv6CidrBlock.1>'],
  ['!FindInMap [Sizes, small, Memory]', '128'],
  ['!Select [1, !FindInMap [Sizes, large, Zones]]', 'y'],
  ['!FindInMap [Images, !Ref "AWS::Region", Id]', '<Images.local.Id>'],
  ['!FindInMap [Sizes, none, Memory, { DefaultValue: 64 }]', '64'],
  ['!If [IsSmall, small, large]', 'small'],
  ['!If [IsBoth, both, !If [IsEither, either, none]]', 'either'],
  ['!If [IsLarge, !GetAtt Gone.Arn, none]', 'none'],
  ['!Base64 shop', 'c2hvcA=='],
  ['{ "Fn::Length": !Ref Zones }', '2'],
  ['{ "Fn::ToJsonString": { a: !Ref Size, b: [!Ref Vpc] } }', '{"a":"1","b":["<Vpc>"]}'],
];

for (const [expression, result] of results) {
  functions(`${expression} gives ${result}`, async () => {
    assert.equal(outputsOf(await newStacks().deploy(withOutput(expression))), { Result: result });
  });
}

const refused: readonly (readonly [expression: string, reason: string])[] = [
  [
    '!Ref Nothing',
    'Template format error: Unresolved resource dependencies [Nothing] in the Outputs block of the template',
  ],
  ['!GetAtt Gone.Arn', 'Template format error: Unresolved resource dependencies [Gone]'],
  ['!FindInMap [Sizes, none, Memory]', 'Template error: Unable to get mapping for Sizes::none::Memory'],
  ['!Select [2, !Ref Zones]', 'Template error: Fn::Select cannot select nonexistent value at index 2'],
  [
    '!Ref Zones',
    'Template format error: The Value field of every Outputs member must evaluate to a String, and that of Result does not',
  ],
  ['!ImportValue network-vpc', 'No export named network-vpc found'],
  [
    '!Cidr [10.0.0.0/33, 1, 8]',
    'Template error: Fn::Cidr cannot cut `10.0.0.0/33`, which is no IPv4 block such as 10.0.0.0/16',
  ],
  [
    '!Cidr [10.0.0.0/24, 3, 7]',
    'Template error: Fn::Cidr cannot cut 3 blocks with 7 bits out of 10.0.0.0/24',
  ],
  ['!If [IsNothing, a, b]', 'Template format error: Unresolved condition dependency IsNothing in the Fn::If'],
  ['!Join ["", { a: b }]', 'Template error: Fn::Join takes text, and is given {"a":"b"}'],
  ['{ "Fn::Explode": a }', 'Template error: Fn::Explode is no function that can stand here'],
];

for (const [expression, reason] of refused) {
  functions(`${expression} is refused`, async () => {
    assert.is(reasonOf(await newStacks().deploy(withOutput(expression))), reason);
  });
}

functions('blocks of a block follow each other, and fill no more than it', () => {
  const block = fc.integer({ min: 1, max: 24 }).chain((prefix) =>
    fc.record({
      prefix: fc.constant(prefix),
      address: fc.nat(2 ** prefix - 1).map((index) => index * 2 ** (32 - prefix)),
      bits: fc.integer({ min: 32 - prefix - 8, max: 32 - prefix }).filter((bits) => bits > 0),
    }),
  );
  const number = (text: string) => text.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const dotted = (address: number) =>
    [3, 2, 1, 0].map((byte) => Math.floor(address / 256 ** byte) % 256).join('.');
  fc.assert(
    fc.property(block, ({ prefix, address, bits }) => {
      const count = Math.min(256, 2 ** (32 - prefix - bits));
      const starts = subnetsOf(`${dotted(address)}/${prefix}`, count, bits).map((subnet) => {
        const [start, size] = subnet.split('/');
        assert.is(Number(size), 32 - bits);
        return number(start!);
      });
      for (const [index, start] of starts.entries()) assert.is(start, address + index * 2 ** bits);
      assert.ok(starts.at(-1)! + 2 ** bits <= address + 2 ** (32 - prefix));
    }),
  );
});

functions('a text is split as ever, but never inside of a placeholder', () => {
  const known = fc.string({ unit: fc.constantFrom('a', 'b', ',', '.', '>') });
  fc.assert(fc.property(known, (text) => assert.equal(splitAround(text, ','), text.split(','))));
  const pieces = fc.array(fc.oneof(known, fc.constant('<Vpc.Ids,0>')));
  fc.assert(
    fc.property(pieces, (parts) => {
      const split = splitAround(parts.join(''), ',');
      assert.is(split.join(','), parts.join(''));
      const count = parts.filter((part) => part === '<Vpc.Ids,0>').length;
      assert.is(split.join('\n').split('<Vpc.Ids,0>').length - 1, count);
    }),
  );
});

functions.run();
