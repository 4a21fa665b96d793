import { receive } from '../../src/environment/controller/receive.js';
import { putDecision } from '../../src/environment/decisions.js';
import { readDocument } from '../../src/environment/documents.js';
import { answerKey, decisionKey, environmentApproval } from '../../src/environment/keys.js';
import type { Answer, PutDecision } from '../../src/environment/records.js';
import type { newWorld } from './world.js';

type Test = Awaited<ReturnType<typeof newWorld>>;

let count = 0;

/** Puts a decision and receives it; gives why it does not count, empty when it does. */
export async function decide(
  test: Test,
  deployment: string,
  by: string,
  decision: PutDecision['decision'],
  entry = environmentApproval,
): Promise<string> {
  const id = `20261123-110000-${String(count++).padStart(6, '0')}`;
  await putDecision(test.store, { ...test.named(deployment), entry, id }, { decision, comment: 'because' });
  const key = decisionKey('test', 'webshop', deployment, entry, id);
  await receive(test.world, key, test.act(by));
  await receive(test.world, key, test.act(by));
  return (await readDocument<Answer>(test.store, answerKey('test', 'webshop', id)))!.failure?.cause ?? '';
}
