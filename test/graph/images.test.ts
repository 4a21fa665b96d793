import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import { svg } from '../../src/graph/svg/index.js';
import { fixtures, matches } from '../golden.js';
import { graphOfText } from './graphs.js';

const images = suite('pictures of the documents');

const root = join(import.meta.dirname, '../..');
const plans: { readonly [image: string]: () => string } = {
  webshop: () => readFileSync(join(fixtures, 'landscape/webshop/plan.yaml'), 'utf8'),
  // The plan that the README begins with.
  readme: () => readFileSync(join(root, 'README.md'), 'utf8').match(/```yaml\n([\s\S]*?)```/)![1]!,
};

for (const [name, text] of Object.entries(plans))
  images(`docs/images/${name}.svg shows the plan as it is`, () => {
    const graph = graphOfText(text());
    matches(join(root, `docs/images/${name}.svg`), svg(graph));
  });

images.run();
