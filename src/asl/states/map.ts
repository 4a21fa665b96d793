import {
  assign,
  errors,
  native,
  next,
  output,
  parameters,
  paths,
  result,
  resultPath,
  twin,
} from './fields.js';
import { field, number, path } from './values.js';

const body = { $ref: '#/definitions/body' };

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html */
export const map = native('Map', 'Runs its states once for every item of a list.', {
  exactlyOne: [['ItemProcessor', 'Iterator']],
  atMostOne: [
    ['Next', 'End'],
    ['ItemSelector', 'Parameters'],
    ['MaxConcurrency', 'MaxConcurrencyPath'],
    ['ToleratedFailureCount', 'ToleratedFailureCountPath'],
    ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
  ],
  properties: {
    ItemProcessor: field(body, 'The states to run for every item.', {
      States: { Region: { Type: 'Pass' } },
    }),
    Iterator: field(body, 'The old name of `ItemProcessor`.', { States: { Region: { Type: 'Pass' } } }),
    ItemsPath: field(path, 'JSONPath: a path to the list.', '$.input.regions'),
    Items: field(
      { type: ['string', 'array', 'object'], holds: 'JSONata value' },
      'JSONata: the list, or an object whose entries are the items.',
      '{% $states.input.regions %}',
    ),
    ItemSelector: field(
      { holds: 'template' },
      'What every iteration gets; `$$.Map.Item.Value` is the item.',
      {
        'region.$': '$$.Map.Item.Value',
      },
    ),
    ...parameters,
    ...twin(
      'MaxConcurrency',
      number('integer', 'a whole number, at least 0', 0),
      'How many iterations run at once; 0 for no limit.',
      1,
    ),
    ItemReader: field({ $ref: '#/definitions/itemReader' }, 'Distributed: reads the items from Amazon S3.', {
      Resource: 'arn:aws:states:::s3:getObject',
      Parameters: { Bucket: 'orders', Key: 'today.json' },
    }),
    ItemBatcher: field(
      { $ref: '#/definitions/itemBatcher' },
      'Distributed: gives several items to an iteration.',
      { MaxItemsPerBatch: 100 },
    ),
    ResultWriter: field(
      { $ref: '#/definitions/resultWriter' },
      'Distributed: writes the results to Amazon S3.',
      { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'orders', Prefix: 'done' } },
    ),
    Label: field(
      {
        type: 'string',
        // https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html#dist-map-label
        pattern: '^[^\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`"/\\u0000-\\u001f\\u007f-\\u009f]{1,40}$',
        expected: '1 to 40 characters, without spaces, quotes, brackets or any of `?*:;,\\|^~$#%&/`',
      },
      'Distributed: a name for this state in the ARNs of its map runs.',
    ),
    ...twin(
      'ToleratedFailureCount',
      number('integer', 'a whole number, at least 0', 0),
      'Distributed: how many items may fail.',
      10,
    ),
    ...twin(
      'ToleratedFailurePercentage',
      number('number', 'a number from 0 to 100', 0, 100),
      'Distributed: what share of the items may fail.',
      5,
    ),
    ...paths,
    ...result,
    ...resultPath,
    ...output,
    ...assign,
    ...errors,
    ...next,
  },
  examples: [
    { Type: 'Map', ItemsPath: '$.input.regions', ItemProcessor: { States: { Region: { Type: 'Pass' } } } },
  ],
});
