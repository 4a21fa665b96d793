import type { Json } from '../../../source/document.js';
import { arn, arnValue, givenArn, namedArn } from '../arn.js';
import { byArn, type Call } from '../call.js';
import { bucketArn, objectArn } from '../services/s3.js';
import { queueArn } from '../services/sqs.js';
import { split, type Text, toValue, unknown } from '../text.js';

/** Services whose arguments do not simply name a resource; undefined where there is nothing to compute from. */
export const computedTargets: { readonly [service: string]: (call: Call) => readonly Json[] | undefined } = {
  ecs: ofEcs,
  s3: ({ given }) => {
    if (!given.has('Bucket')) return undefined;
    const bucket = given.text('Bucket');
    return [given.has('Key') ? objectArn(bucket, given.text('Key')) : bucketArn(bucket)];
  },
  secretsmanager: ofSecretsManager,
  sns: (call) => {
    if (call.given.has('TopicArn')) return [byArn(call, 'sns:*', 'TopicArn')];
    return call.api === 'createTopic' ? [arnValue('sns:*', call.given.text('Name') ?? unknown)] : undefined;
  },
  sqs: ({ given, plan }) => {
    if (given.has('QueueUrl')) return [queueArn(plan, given.text('QueueUrl'))];
    return given.has('QueueName') ? [arnValue('sqs:*', given.text('QueueName')!)] : undefined;
  },
  ssm: ofSsm,
};

function ofEcs({ api, given, plan }: Call): readonly Json[] | undefined {
  if (/^(describeTasks|stopTask)$/.test(api)) return [arnValue('ecs:task/*')];
  if (!/^(describe|update|delete|create)Services?$/.test(api)) return undefined;
  const cluster = split(namedArn(plan, given.text('Cluster') ?? ['default'], 'ecs:cluster/*'), '/').at(-1)!;
  const inCluster = typeof cluster[0] === 'string' ? cluster : unknown;
  const services = ['Service', 'ServiceName', 'Services'].flatMap((name) => given.texts(name));
  return services.map((service) => {
    const found = namedArn(plan, service, 'ecs:service/*');
    return toValue(found === service ? found : arn('ecs:service/*/*', inCluster, nameOnly(service)));
  });
}

/** A value that CloudFormation puts in may be an ARN. */
const nameOnly = (text: Text): Text => (text.every((part) => typeof part === 'string') ? text : unknown);

/** The ARN of a secret ends in six characters more than its name. */
function ofSecretsManager({ given, plan }: Call): readonly Json[] | undefined {
  const argument = ['SecretId', 'Name'].find((name) => given.has(name));
  if (argument === undefined) return undefined;
  const secret = given.text(argument)!;
  const found = namedArn(plan, secret, 'secretsmanager:secret:*');
  if (found === secret || secret === unknown) return [toValue(found)];
  return [toValue([...found, typeof secret.at(-1) === 'string' ? '-??????' : '*'])];
}

/** A parameter's name may begin with a slash and end with a version; its ARN has one slash and no version. */
function ofSsm({ api, given }: Call): readonly Json[] | undefined {
  if (!/Parameter/.test(api)) return undefined;
  const below = given.texts('Path').flatMap((path) => [path, [...path, '/*']]);
  const names = [...['Name', 'Names'].flatMap((name) => given.texts(name)), ...below];
  return names.length === 0 ? undefined : names.map((name) => toValue(parameterArn(name)));
}

function parameterArn(name: Text): Text {
  const [first, ...more] = name;
  if (typeof first !== 'string') return arn('ssm:parameter*', ['*', ...name]);
  if (first.startsWith('arn:')) return givenArn(name, 'ssm:parameter/*');
  const plain = [first.replace(/^\//, ''), ...more].map((part) =>
    typeof part === 'string' ? part.replace(/:[^/]*$/, '') : part,
  );
  return arn('ssm:parameter/*', plain);
}
