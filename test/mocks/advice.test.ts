import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { toldCause } from '../../src/cli/why/cause.js';
import { mockMissing } from '../../src/engines/local/mocks/missing.js';
import { readMocks } from '../../src/engines/local/mocks/read.js';
import { advice } from '../../src/engines/local/values.js';
import { credentialIn } from '../../src/language/credentials.js';

const advices = suite('what to write into mocks, as it is told');

const kinds = ['ssm', 'secret', 'invoke', 'document'] as const;
const names = ['shop/api-key', 'shop/dev-token', 'shop/password', 'db/secret', 'shop/dev/api_key'];

for (const kind of kinds)
  advices(`${kind}: nothing of it is taken for a secret, and it can be written`, () => {
    for (const name of names) {
      const text = advice(kind, name);
      assert.is(toldCause(`there is none; ${text}`), `there is none; ${text}`);
      const [, written = ''] = /`(.*)`/.exec(text)!;
      assert.equal(readMocks(written).problems, []);
      assert.is(credentialIn('<value>', name), undefined);
    }
  });

advices('a state with the name of a secret', () => {
  const { message } = mockMissing('Get token', '`arn`', {});
  assert.is(toldCause(message), message);
});

advices('a secret where a placeholder could stand is hidden', () => {
  for (const secret of ['hunter2', '<value>hunter2', '{}hunter2', 'Return:', '{hunter2}'])
    assert.is(toldCause(`token: ${secret} it was`), 'token: **** it was');
});

advices.run();
