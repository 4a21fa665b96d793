import { readFileSync } from 'node:fs';
import { graphOf } from '../../src/compiler/emit/graph/index.js';
import { compile } from '../../src/compiler/index.js';
import { svg } from '../../src/graph/svg/index.js';
import { virtualProject } from '../../src/source/virtual.js';

const drawn = (text: string): string =>
  svg(graphOf(compile({ file: 'plan.yaml', text, project: virtualProject({}) }).plan!));

/** The pictures of the documents, by their files. */
export const images: { readonly [file: string]: () => string } = {
  'docs/images/webshop.svg': () => drawn(readFileSync('fixtures/landscape/webshop/plan.yaml', 'utf8')),
  // The plan that the README begins with.
  'docs/images/readme.svg': () =>
    drawn(readFileSync('README.md', 'utf8').match(/```yaml\n([\s\S]*?)```/)![1]!),
};
