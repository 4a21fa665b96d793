import { hash } from 'node:crypto';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { connect, type Whereabouts } from '../../../src/engines/aws/connect.js';
import { StoreError } from '../../../src/ports/store-error.js';
import { type Files, newFolder } from '../../folder.js';

const connecting = suite('connecting to AWS');

type Variables = { readonly [name: string]: string };

const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };
/** Nobody listens there. */
const nowhere = { AWS_ENDPOINT_URL: 'http://localhost:9', AWS_MAX_ATTEMPTS: '1' };

/** What is said to somebody with these files at home, and these variables beside those of every session. */
async function refusal(files: Files, variables: Variables, whereabouts: Whereabouts = {}) {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  const home = newFolder(files);
  Object.assign(process.env, { HOME: home, AWS_EC2_METADATA_DISABLED: 'true', ...variables });
  try {
    const thrown = await connect(whereabouts).catch((error: unknown) => error);
    if (!(thrown instanceof StoreError)) throw new Error(`not a StoreError: ${thrown}`);
    const { code, place, message, help } = thrown.problem;
    return [place.file.replace(home, '~'), code, message, help];
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

connecting('without credentials', async () => {
  assert.equal(await refusal({}, { AWS_REGION: 'eu-west-1' }), [
    'AWS',
    'PLAN7040',
    'no credentials for AWS were found',
    'sign in, with `aws configure sso` the first time, and name the profile: `AWS_PROFILE=<name>`',
  ]);
});

connecting('without credentials where a variable is empty', async () => {
  const variables = { AWS_PROFILE: '', AWS_REGION: 'eu-west-1' };
  assert.is((await refusal({}, variables))[2], 'no credentials for AWS were found');
});

connecting('with a profile that has nothing but a region', async () => {
  const files = { '.aws/config': '[profile prod]\nregion = eu-west-1\n' };
  assert.equal(await refusal(files, {}, { profile: 'prod' }), [
    'AWS',
    'PLAN7040',
    'profile `prod` gives no credentials',
    'complete it: `aws configure sso --profile prod`',
  ]);
});

connecting('with a profile that is not there, whatever other credentials are', async () => {
  const files = {
    '.aws/config': '[default]\nregion = eu-west-1\n[profile production]\nregion = eu-west-1\n',
    '.aws/credentials': '[staging]\naws_access_key_id = x\n',
  };
  const expected = [
    '~/.aws/config',
    'PLAN7044',
    'there is no profile `prodution` in the configuration of AWS',
    'did you mean `production`? profiles: production, staging',
  ];
  assert.equal(await refusal(files, keys, { profile: 'prodution' }), expected);
  assert.equal(await refusal(files, { AWS_PROFILE: 'prodution' }), expected);
  assert.is((await refusal({}, { AWS_PROFILE: 'prod' }))[3], 'make it: `aws configure sso --profile prod`');
});

connecting('with a session of single sign-on that has expired', async () => {
  const session = {
    startUrl: 'https://example.awsapps.com/start',
    region: 'eu-west-1',
    accessToken: 'token',
  };
  const config = [
    '[profile prod]\nsso_session = work\nsso_account_id = 123456789012\nsso_role_name = Admin\nregion = eu-west-1',
    `[sso-session work]\nsso_start_url = ${session.startUrl}\nsso_region = eu-west-1\n`,
  ].join('\n');
  const expected = [
    'AWS',
    'PLAN7043',
    'the credentials of profile `prod` have expired',
    'sign in again: `aws sso login --profile prod`',
  ];
  const cached = join('.aws/sso/cache', `${hash('sha1', 'work')}.json`);
  const expired = JSON.stringify({ ...session, expiresAt: '2026-01-01T00:00:00Z' });
  assert.equal(
    await refusal({ '.aws/config': config, [cached]: expired }, {}, { profile: 'prod' }),
    expected,
    'expired',
  );
  assert.equal(
    await refusal({ '.aws/config': config }, {}, { profile: 'prod' }),
    expected,
    'never signed in',
  );
});

connecting('without a region', async () => {
  assert.equal(await refusal({}, keys), [
    'AWS',
    'PLAN7045',
    'no region of AWS is named',
    'name it with `--region`, or set `AWS_REGION`',
  ]);
});

connecting('when nobody answers', async () => {
  assert.equal(await refusal({}, { ...keys, ...nowhere }, { region: 'eu-west-1' }), [
    'AWS',
    'PLAN7046',
    'http://localhost:9 cannot be reached: nobody listens there',
    'look at `AWS_ENDPOINT_URL`, which says where to ask instead of AWS',
  ]);
});

connecting('with the token of an identity that is not there', async () => {
  const variables = {
    AWS_WEB_IDENTITY_TOKEN_FILE: '/none',
    AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/ci',
  };
  const [, code, message] = await refusal({}, { AWS_REGION: 'eu-west-1', ...variables });
  assert.equal(
    [code, message],
    ['PLAN7040', "no credentials for AWS were found: ENOENT: no such file or directory, open '/none'"],
  );
});

connecting.run();
