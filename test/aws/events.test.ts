import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { approvalMessage } from '../../src/engines/aws/events/approval-message.js';
import { createEvents } from '../../src/engines/aws/events/index.js';
import { actingAs, denial, errorOf, refusal } from './acting-as.js';

const events = suite('events and messages of deployments');

const topic = 'arn:aws:sns:eu-west-1:111111111111:plancc-approvals';
const detail = {
  environment: 'production',
  distribution: 'webshop',
  version: '1.4.0',
  id: 'a'.repeat(64),
  deployment: '20261123-100000-abc123',
  action: 'deploy',
  by: 'AROAEXAMPLE:ann',
  state: 'Approve',
  iteration: [],
  message: 'Release 1.4.0 to production?',
  approvers: ['arn:aws:iam::111111111111:role/leads'],
  needed: 1,
};
const waiting = 'Deployment waiting for approval';

const of = (answers: Parameters<typeof actingAs>[0] = {}) => {
  const { acting, asked } = actingAs({
    PutEvents: () => ({ FailedEntryCount: 0, Entries: [{}] }),
    Publish: () => ({}),
    ...answers,
  });
  return { emit: createEvents(acting, topic).emit, asked };
};

events('an event of EventBridge, and nothing more', async () => {
  const { emit, asked } = of();
  await emit('Deployment succeeded', { environment: 'production' });
  const entry = {
    Source: 'plancc.deployment',
    DetailType: 'Deployment succeeded',
    Detail: '{"environment":"production"}',
  };
  assert.equal(asked, [['itself', 'PutEvents', { Entries: [entry] }]]);
});

events('one that was not taken is an error', async () => {
  const failed = { FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure', ErrorMessage: 'later' }] };
  const { emit } = of({ PutEvents: () => failed });
  assert.equal(await errorOf(emit('Deployment failed', {})), [
    'Error',
    'EventBridge: InternalFailure: later',
  ]);
});

events('causes of any length fit', async () => {
  const { emit, asked } = of();
  await emit('Deployment failed', { ...detail, cause: 'ä'.repeat(300_000), message: '€'.repeat(300_000) });
  const { Entries } = asked[0]![2] as { Entries: readonly { Detail: string }[] };
  assert.ok(Buffer.byteLength(Entries[0]!.Detail) < 100_000);
  assert.is(JSON.parse(Entries[0]!.Detail).deployment, detail.deployment);
});

events('an approval is told to those who listen to the topic of the account', async () => {
  const { emit, asked } = of();
  await emit(waiting, detail);
  assert.equal(
    asked.map(([who, command]) => [who, command]),
    [
      ['itself', 'PutEvents'],
      ['itself', 'Publish'],
    ],
  );
  const { Message, ...rest } = asked[1]![2] as { readonly Message: string };
  assert.equal(rest, {
    TopicArn: topic,
    Subject: 'Approval: webshop 1.4.0 in production',
    MessageAttributes: {
      environment: { DataType: 'String', StringValue: 'production' },
      distribution: { DataType: 'String', StringValue: 'webshop' },
    },
  });
  assert.is(
    Message,
    `Release 1.4.0 to production?

Distribution: webshop 1.4.0
Environment:  production
Deployment:   20261123-100000-abc123, requested by AROAEXAMPLE:ann
State:        Approve
Who decides:  arn:aws:iam::111111111111:role/leads

To let it go on:
  plancc approve 20261123-100000-abc123 --env production --state Approve --comment "..."

To end it:
  plancc reject 20261123-100000-abc123 --env production --state Approve --comment "..."

What it has done so far:
  plancc follow 20261123-100000-abc123 --env production
`,
  );
});

events('the topic that a state names is written to with the role of the plan', async () => {
  const { emit, asked } = of();
  const named = 'arn:aws:sns:us-east-1:222222222222:releases';
  await emit(waiting, { ...detail, notify: named });
  const [who, , input] = asked.find(([, command]) => command === 'Publish')!;
  assert.equal([who, (input as { TopicArn: string }).TopicArn], ['plan in us-east-1', named]);
});

events('who cannot be told is a failure that says why', async () => {
  const denied = of({ Publish: denial('SNS:Publish', topic) });
  const [name, message] = await errorOf(denied.emit(waiting, detail));
  assert.is(name, 'NotAllowed');
  assert.match(message, /`SNS:Publish` on/);
  const gone = of({ Publish: refusal('NotFound', 'Topic does not exist') });
  assert.equal(await errorOf(gone.emit(waiting, detail)), ['NotifyFailed', `${topic}: Topic does not exist`]);
});

events('what the environment itself demands, of several people', () => {
  const { state: _, approvers: __, iteration: ___, ...own } = detail;
  const { text } = approvalMessage({ ...own, needed: 2 });
  assert.match(text, /^Needed: {7}2 approvals$/m);
  assert.match(text, /plancc approve 20261123-100000-abc123 --env production --state environment/);
  assert.not.match(text, /State:|Who decides:|undefined/);
});

events('names are quoted for a shell, and nothing is escaped for a browser', () => {
  const { text } = approvalMessage({ ...detail, state: "Ann's <go>", iteration: [0, 2], message: 'a & b' });
  assert.match(text, /^a & b$/m);
  assert.match(text, /^State: {8}Ann's <go>\[0\]\[2\]$/m);
  assert.ok(text.includes(`--state 'Ann'\\''s <go>[0][2]' --comment`));
});

events('a subject is what SNS takes', () => {
  const { subject } = approvalMessage({ ...detail, version: `1.0.0-${'ü'.repeat(200)}` });
  assert.is(subject.length, 100);
  assert.match(subject, /^[\x20-\x7e]+$/);
});

events.run();
