import { createStore } from '../../../src/engines/aws/store/index.js';
import { behavesAsOneInMemory } from '../../store/model.js';
import { onEmulator } from '../emulator/suite.js';
import { newBucket } from './bucket.js';

const model = onEmulator('a store in a bucket, compared with one in memory');

model.test('does the same', (emulator) =>
  behavesAsOneInMemory(async () => {
    const { client, name } = await newBucket(emulator);
    // Listings have several pages.
    client.middlewareStack.add(
      (next, { commandName }) =>
        (args) =>
          next(
            commandName === 'ListObjectsV2Command' ? { ...args, input: { ...args.input, MaxKeys: 2 } } : args,
          ),
      { step: 'initialize' },
    );
    return createStore(client, name);
  }, 10),
);

model.run();
