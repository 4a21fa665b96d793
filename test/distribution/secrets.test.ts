import { generateKeyPairSync } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newFolder } from '../folder.js';
import { packed } from './project.js';

const secrets = suite('secrets in files that are packed');

const pem = (type: 'pkcs1' | 'pkcs8'): string =>
  generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type, format: 'pem' }).toString();
const certificate = `-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(20)}\n-----END CERTIFICATE-----\n`;

const files = {
  'certificates/server.pem': pem('pkcs8'),
  'certificates/with-chain.txt': `${certificate}${pem('pkcs1')}`,
  'google.json': JSON.stringify({ type: 'service_account', private_key: pem('pkcs8') }),
  credentials: `[default]\naws_access_key_id = A\naws_secret_access_key = ${'s3cr/ET+'.repeat(5)}\n`,
};
const harmless = {
  'certificates/bundle.pem': certificate,
  'key.pub': 'ssh-rsa AAAA',
  'find-keys.sh': "grep -r 'BEGIN RSA PRIVATE KEY-----' .\n",
  'README.md': 'The file starts with `-----BEGIN PRIVATE KEY-----`.\n',
  config: '[default]\naws_secret_access_key = ${SECRET}\n',
  empty: '',
};

/** The files that are warned of. */
const warnedOf = async (more: object): Promise<readonly string[]> => {
  const { warnings } = await packed(newFolder({ ...files, ...harmless }), more);
  assert.ok(warnings.every(({ code, severity }) => code === 'PLAN6016' && severity === 'warning'));
  return warnings.map(({ place }) => place.file).sort();
};

secrets('are warned of by what they are, wherever they lie', async () => {
  for (const level of [0, 6]) assert.equal(await warnedOf({ level }), Object.keys(files).sort());
});

secrets('are not when they are left out, or named as meant to be packed', async () => {
  const rest = ['certificates/with-chain.txt', 'google.json'];
  assert.equal(await warnedOf({ exclude: ['credentials'], include: ['certificates/server.pem'] }), rest);
});

secrets.run();
