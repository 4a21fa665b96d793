import { error, warning } from './define.js';

const codePoint = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** 0xxx: reading YAML and JSON. */
export const yamlCodes = {
  PLAN0001: error<{ reason: string }>('not valid YAML', ({ reason }) => reason),
  PLAN0002: error<{ character: string }>('tab or no-break space for a space', ({ character }) =>
    character === '\t'
      ? 'a tab cannot indent YAML'
      : `the invisible character U+${codePoint(character)} stands where a space belongs`,
  ),
  PLAN0003: error<{ key: string }>('duplicate key', ({ key }) => `\`${key}\` is given twice in the same map`),
  PLAN0004: error<{ comments: boolean }>('nothing in the file', ({ comments }) =>
    comments ? 'the file has nothing but comments' : 'the file is empty',
  ),
  PLAN0005: error<{ reference: string; by: string }>(
    'reference torn apart by YAML',
    ({ reference, by }) => `\`${reference}\` is torn apart by ${by}`,
  ),
  PLAN0006: error<{ alias: string }>(
    'unknown alias',
    ({ alias }) => `\`*${alias}\` has no anchor \`&${alias}\` before it`,
  ),
  PLAN0007: error<{ alias: string }>(
    'alias of what it stands in',
    ({ alias }) => `\`*${alias}\` stands inside \`&${alias}\`: a value cannot hold itself`,
  ),
  PLAN0008: error<{ alias: string; limit: number }>(
    'aliases grow without bound',
    ({ alias, limit }) =>
      `with \`*${alias}\` the aliases of this file stand for more than ${limit.toLocaleString('en-US')} values`,
  ),
  PLAN0009: error<{ limit: number }>(
    'nested too deep',
    ({ limit }) => `the file is nested deeper than ${limit} levels`,
  ),
  PLAN0010: error<{ limit: number }>(
    'file too large',
    ({ limit }) => `the file is larger than ${limit / 1024 ** 2} MiB, the most that is read`,
  ),
  PLAN0011: error<{ reason: string }>('not UTF-8', ({ reason }) => reason),
  PLAN0012: error('more than one document', () => 'the file holds more than one YAML document'),
  PLAN0013: error<{ number: string }>(
    'number that JSON does not have',
    ({ number }) => `\`${number}\` is not a number that JSON can hold`,
  ),
  PLAN0014: error<{ number: string; read: number }>(
    'number that loses digits',
    ({ number, read }) => `\`${number}\` would be read as the number ${read}`,
  ),
  PLAN0015: error<{ braces: boolean }>('key that is not text', ({ braces }) =>
    braces
      ? '`{{` begins a map whose key is a map, and a key must be text'
      : 'a key must be text, not a map, a list or a tagged value',
  ),
  PLAN0016: error<{ tag: string }>('unknown tag', ({ tag }) => `\`${tag}\` is not a tag that plancc reads`),
  PLAN0017: error<{ tag: string; text: string }>(
    'value that its tag does not allow',
    ({ tag, text }) => `\`${text}\` is not a value of \`${tag}\``,
  ),
  PLAN0018: error('merge of what is not a map', () => '`<<` merges a map or a list of maps, nothing else'),
  PLAN0019: warning<{ number: string; read: number }>(
    'number with leading zeros',
    ({ number, read }) => `\`${number}\` is read as the number ${read}, without the leading zeros`,
  ),
  PLAN0020: error<{ folder: string }>(
    'no plan',
    ({ folder }) => `there is no plan in ${folder === '.' ? 'this folder' : `\`${folder}\``}`,
  ),
  PLAN0021: error<{ first: string; second: string }>(
    'more than one plan',
    ({ first, second }) => `\`${first}\` and \`${second}\` are both here, and a project has one plan`,
  ),
  PLAN0022: error<{ reason: string }>(
    'plan cannot be read',
    ({ reason }) => `the plan cannot be read: ${reason}`,
  ),
  PLAN0023: error<{ reason: string }>('not valid JSON', ({ reason }) => reason),
  PLAN0024: error<{ limit: number }>(
    'too many tokens',
    ({ limit }) => `the file has more than ${limit.toLocaleString('en-US')} words and signs`,
  ),
  PLAN0025: warning<{ reason: string }>('comment that silences nothing', ({ reason }) => reason),
  PLAN0026: error(
    'a definition where a plan is needed',
    () =>
      'a definition of a state machine can be checked and drawn, but has no name and version to be built with',
  ),
};
