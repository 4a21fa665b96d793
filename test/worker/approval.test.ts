import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deployment, failureOf, newWorld } from './world.js';

const approval = suite('approvals that wait');

const properties = { Message: 'Release 1.0.0?', Approvers: ['arn:aws:iam::000000000000:role/leads'] };

approval('it waits with its token, and says so once', async () => {
  const { wait, documents, events, payload } = await newWorld();
  assert.equal(await wait('approval', properties), {});
  await wait('approval', properties);
  assert.equal(documents('waiting'), [
    {
      state: 'Make it',
      iteration: [],
      token: 'task-token',
      message: 'Release 1.0.0?',
      since: '2026-11-23T10:00:00.000Z',
      approvers: ['arn:aws:iam::000000000000:role/leads'],
      needed: 1,
    },
  ]);
  assert.equal(events, [
    [
      'Deployment waiting for approval',
      {
        environment: 'test',
        distribution: 'shop',
        version: '1.0.0',
        id: payload.distribution.id,
        deployment,
        action: 'deploy',
        by: 'ann',
        state: 'Make it',
        iteration: [],
        message: 'Release 1.0.0?',
        approvers: ['arn:aws:iam::000000000000:role/leads'],
        needed: 1,
      },
    ],
  ]);
});

approval('where nobody could be told, the next call tells it', async () => {
  const { wait, documents, events, ports } = await newWorld();
  const { emit } = ports.events;
  const fails = async () => {
    throw new Error('the bus is full');
  };
  Object.assign(ports.events, { emit: fails });
  assert.equal(await failureOf(wait('approval', properties)), ['Error', 'the bus is full']);
  Object.assign(ports.events, { emit });
  await wait('approval', properties);
  assert.equal([events.length, documents('waiting').length], [1, 1]);
});

approval('without properties everyone may decide about the state', async () => {
  const { wait, documents } = await newWorld();
  await wait('approval', {});
  const [waiting] = documents('waiting');
  assert.equal([waiting!.message, waiting!.approvers], ['Go on with `Make it`?', []]);
});

approval('who is to be told is named in the event, and what came by reference becomes text', async () => {
  const { wait, documents, events } = await newWorld();
  await wait('approval', { Message: 7, Approvers: [1], Notify: 'arn:aws:sns:local:000000000000:releases' });
  assert.equal(documents('waiting')[0]!.approvers, ['1']);
  assert.equal(
    [events[0]![1].message, events[0]![1].notify],
    ['7', 'arn:aws:sns:local:000000000000:releases'],
  );
});

approval(
  'every entry, iteration and retry waits for itself; a retry takes the place of the call before it',
  async () => {
    const { wait, objects, payload } = await newWorld();
    await wait('approval', properties);
    await wait('approval', properties, { payload: { ...payload, iteration: [1] } });
    await wait('approval', properties, { entered: '2026-11-23T10:05:00.000Z' });
    await wait('approval', properties, { entered: '2026-11-23T10:05:00.000Z', retry: 1, token: 'another' });
    const prefix = `environments/test/waiting/shop/${deployment}/`;
    const waiting = [...objects.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
    assert.equal(waiting, [
      'Make%20it@0-20261123T100000000Z-0.json',
      'Make%20it.1@0-20261123T100000000Z-0.json',
      'Make%20it@0-20261123T100500000Z-1.json',
    ]);
  },
);

approval.run();
