import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validate } from '../../src/compiler/validate/index.js';
import { readDocument } from '../../src/source/read.js';
import { corpusPlans } from '../asl-corpus.js';

const corpus = suite('schema: what AWS accepts');
const plans = corpusPlans();

if (plans === undefined) {
  corpus.skip('skipped: PLANCC_ASL_CORPUS names no corpus');
} else {
  for (const { file, plan } of plans) {
    corpus(file, () => {
      const { problems } = validate(readDocument(file, JSON.stringify(plan)));
      assert.equal(problems, []);
    });
  }
}

corpus.run();
