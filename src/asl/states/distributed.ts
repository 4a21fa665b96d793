import type { Schema } from '../../language/schema.js';
import { name, text } from '../../language/values.js';
import { argumentsField, parameters, twin } from './fields.js';
import { field, number } from './values.js';

const count = (maximum?: number): Schema =>
  number('integer', `a whole number, at least 1${maximum ? ` and at most ${maximum}` : ''}`, 1, maximum);

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
export const itemReader: Schema = {
  type: 'object',
  required: ['Resource'],
  atMostOne: [['Parameters', 'Arguments']],
  properties: {
    Resource: field(
      name,
      'What is read.',
      'arn:aws:states:::s3:getObject',
      'arn:aws:states:::s3:listObjectsV2',
    ),
    ...parameters,
    ...argumentsField,
    ReaderConfig: field({ $ref: '#/definitions/readerConfig' }, 'How the items are read.', {
      InputType: 'JSON',
    }),
  },
  additionalProperties: false,
};

export const readerConfig: Schema = {
  type: 'object',
  atMostOne: [['MaxItems', 'MaxItemsPath']],
  properties: {
    InputType: field({ enum: ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'] }, 'The form of the object.'),
    CSVHeaderLocation: field({ enum: ['FIRST_ROW', 'GIVEN'] }, 'Where the names of the columns are.'),
    CSVHeaders: field({ type: 'array', items: text }, 'The names of the columns.', ['id', 'name']),
    CSVDelimiter: field(
      { enum: ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'] },
      'What separates the columns.',
    ),
    ...twin('MaxItems', count(100_000_000), 'How many items are read at most.', 1000),
    ManifestType: field(text, 'What kind of manifest is read.', 'ATHENA_DATA', 'S3_INVENTORY'),
    Transformation: field({ enum: ['NONE', 'LOAD_AND_FLATTEN'] }, 'Whether the listed objects are loaded.'),
    ItemsPointer: field(text, 'A JSON pointer to the list inside the object.', '/data/items'),
  },
  additionalProperties: false,
};

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
export const itemBatcher: Schema = {
  type: 'object',
  atMostOne: [
    ['MaxItemsPerBatch', 'MaxItemsPerBatchPath'],
    ['MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath'],
  ],
  properties: {
    ...twin('MaxItemsPerBatch', count(), 'How many items an iteration gets at most.', 100),
    ...twin('MaxInputBytesPerBatch', count(), 'How many bytes of items an iteration gets at most.', 262144),
    BatchInput: field({ holds: 'template' }, 'What every iteration gets beside its items.', {}),
  },
  additionalProperties: false,
};

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
export const resultWriter: Schema = {
  type: 'object',
  atMostOne: [['Parameters', 'Arguments']],
  properties: {
    Resource: field(name, 'How it is written.', 'arn:aws:states:::s3:putObject'),
    ...parameters,
    ...argumentsField,
    WriterConfig: field(
      {
        type: 'object',
        properties: {
          Transformation: field({ enum: ['NONE', 'COMPACT', 'FLATTEN'] }, 'What is kept of every result.'),
          OutputType: field({ enum: ['JSON', 'JSONL'] }, 'The form of the objects.'),
        },
        additionalProperties: false,
      },
      'What is written.',
    ),
  },
  additionalProperties: false,
};

export const processorConfig: Schema = {
  type: 'object',
  properties: {
    Mode: field(
      { enum: ['INLINE', 'DISTRIBUTED'] },
      '`DISTRIBUTED` runs each iteration as its own execution.',
    ),
    ExecutionType: field({ enum: ['STANDARD', 'EXPRESS'] }, 'Distributed: the type of those executions.'),
  },
  additionalProperties: false,
};
