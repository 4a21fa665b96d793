import { stateTypes } from '../../states/index.js';
import { address } from '../address.js';

type Links = { readonly [name: string]: string };

const stepFunctions = (page: string) => `https://docs.aws.amazon.com/step-functions/latest/dg/${page}.html`;
const same = (link: string, ...names: readonly string[]): Links =>
  Object.fromEntries(names.map((name) => [name, link]));

const language = address('docs/language.md');

/** Where more is written about a definition of the schema, and about what is in it; of the rest, `plan`. */
export const links: Links = {
  plan: language,
  ...same(address('docs/simulations.md'), 'mocks', 'simulations'),
  ...Object.fromEntries(
    stateTypes.map(({ type }) => [`${type}State`, address(`src/states/${type}/README.md`)]),
  ),
  ...Object.fromEntries(
    ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'].map((type) => [
      `${type}State`,
      stepFunctions(`state-${type.toLowerCase()}`),
    ]),
  ),
  branch: stepFunctions('state-parallel'),
  body: stepFunctions('state-map'),
  choiceRule: stepFunctions('state-choice'),
  condition: stepFunctions('state-choice'),
  ...same(stepFunctions('concepts-error-handling'), 'retrier', 'catcher'),
  ...same(stepFunctions('input-output-itemreader'), 'itemReader', 'readerConfig'),
  itemBatcher: stepFunctions('input-output-itembatcher'),
  resultWriter: stepFunctions('input-output-resultwriter'),
};

/** Fields that mean the same in every state. */
export const fieldLinks: Links = {
  ...same(language, 'When', 'Otherwise', 'Next'),
  ...same(links.retrier!, 'Retry', 'Catch'),
  ...same(
    stepFunctions('concepts-input-output-filtering'),
    'InputPath',
    'OutputPath',
    'Parameters',
    'ResultSelector',
    'ResultPath',
  ),
  ...same(stepFunctions('transforming-data'), 'QueryLanguage', 'Arguments', 'Output'),
  Assign: stepFunctions('workflow-variables'),
  Credentials: stepFunctions('concepts-access-cross-acct-resources'),
  ItemReader: links.itemReader!,
  ItemBatcher: links.itemBatcher!,
  ResultWriter: links.resultWriter!,
};
