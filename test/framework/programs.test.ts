import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { programs } from '../../scripts/programs.js';

const running = suite('programs that run in AWS');

const made = await programs();
const inputsOf = (name: string): readonly string[] => Object.keys(made.metafile.outputs[name]!.inputs);
const packagesOf = (name: string): ReadonlySet<string> =>
  new Set(
    inputsOf(name).flatMap((file) => file.match(/(?<=.*node_modules\/)(?:@[^/]+\/)?[^/]+(?=\/)/) ?? []),
  );

const clients = [
  'cloudformation',
  'ecs',
  'eventbridge',
  'iam',
  'lambda',
  's3',
  'secrets-manager',
  'sfn',
  'sns',
  'sqs',
  'ssm',
  'sts',
];
const all = ['controller.js', 'worker.js', 'runner.js'];

running('they have no other clients than these', () => {
  for (const name of all) {
    const found = [...packagesOf(name)].filter((one) => one.startsWith('@aws-sdk/client-')).sort();
    assert.equal(
      found,
      clients.map((client) => `@aws-sdk/client-${client}`),
      name,
    );
  }
});

running('of a client they have what they use', () => {
  const whole =
    /dist-cjs|commands\/(?!Abort|Assume|Cancel|Change|Complete|Create|Delete|Describe|Execute|Get|Head|Invoke|List|Publish|Put|Receive|Redrive|Rollback|Run|Send|Set|Start|Stop|Update|Upload)/;
  for (const name of all)
    assert.equal(
      inputsOf(name).filter((file) => file.includes('@aws-sdk/client-') && whole.test(file)),
      [],
    );
});

running('nothing that only a command or the compiler needs is in them', () => {
  for (const name of all)
    assert.equal(
      inputsOf(name).filter((file) =>
        /^src\/(cli|compiler|graph|framework|schema)\/|node_modules\/(aws-cdk|constructs|@dagrejs)/.test(
          file,
        ),
      ),
      [],
      name,
    );
});

running('they are small', () => {
  const sizes = all.map((name) => made.metafile.outputs[name]!.bytes);
  for (const bytes of sizes) assert.ok(bytes < 1_400_000, `${bytes} bytes`);
  assert.ok(made.functions.length < 800_000, `${made.functions.length} bytes`);
  assert.ok(Buffer.byteLength(made.receiver) < 4096, `${made.receiver.length} characters`);
});

running('the same source gives the same bytes', async () => {
  const again = await programs();
  assert.ok(again.functions.equals(made.functions));
  assert.is(again.runner, made.runner);
});

running('the receiver brings no client, since Lambda has one', () => {
  assert.match(made.receiver, 'require("@aws-sdk/client-lambda")');
});

running.run();
