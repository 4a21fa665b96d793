import { error, warning } from './define.js';
import { chain, quotedList } from './names.js';

/** 3xxx: properties of plancc's state types. */
export const stateCodes = {
  PLAN3001: error<{ what: string; path: string }>(
    'nothing at a path of the project',
    ({ what, path }) => `${what} \`${path}\` does not exist`,
  ),
  PLAN3002: error<{ path: string; found: string; expected: string }>(
    'a file where a folder is needed, or a folder where a file is',
    ({ path, found, expected }) => `\`${path}\` is a ${found}, not a ${expected}`,
  ),
  PLAN3003: error<{ path: string }>(
    'a path out of the project',
    ({ path }) => `\`${path}\` leads out of the project`,
  ),
  PLAN3004: error<{ runner: string }>('unknown runner', ({ runner }) => `there is no runner \`${runner}\``),
  PLAN3005: error<{ reference: string }>(
    'a reference inside a command',
    ({ reference }) => `\`${reference}\` would put its value into a command, where the shell would run it`,
  ),
  PLAN3006: error<{ name: string; reason: string }>(
    'a name CloudFormation refuses for a stack',
    ({ name, reason }) => `\`${name}\` cannot be the name of a stack: ${reason}`,
  ),
  PLAN3008: error<{ address: string; expected: 'file' | 'folder' }>(
    'an address where a path of the project is needed',
    ({ address, expected }) => `\`${address}\` is an address, not a ${expected} of the project`,
  ),
  PLAN3010: error<{ file: string; reason: string }>(
    'not a CloudFormation template',
    ({ file, reason }) => `\`${file}\` is not a CloudFormation template: ${reason}`,
  ),
  PLAN3011: error<{ section: string }>(
    'unknown section of a template',
    ({ section }) => `\`${section}\` is not a section of a CloudFormation template`,
  ),
  PLAN3012: error<{ name: string; reason: string }>(
    'malformed section of a template',
    ({ name, reason }) => `\`${name}\` is not well-formed: ${reason}`,
  ),
  PLAN3013: error<{
    property: string;
    path: string;
    reason: 'missing' | 'outside' | 'folder' | 'empty';
  }>(
    'a local file of a template is not there',
    ({ property, path, reason }) =>
      `\`${property}\` names \`${path}\`, which ${
        {
          missing: 'does not exist',
          outside: 'is outside of the project',
          folder: 'is a folder',
          empty: 'is an empty folder',
        }[reason]
      }`,
  ),
  PLAN3014: error<{ names: readonly string[]; template: string }>(
    'a stack parameter without a value',
    ({ names, template }) =>
      `${quotedList(names)} of \`${template}\` ${names.length === 1 ? 'has' : 'have'} neither a value nor a default`,
  ),
  PLAN3015: error<{ name: string; template: string }>(
    'unknown stack parameter',
    ({ name, template }) => `\`${template}\` has no parameter \`${name}\``,
  ),
  PLAN3016: error<{ name: string; given: string; expected: string }>(
    'a value the stack parameter does not take',
    ({ name, given, expected }) =>
      `${given} cannot be the value of the stack parameter \`${name}\`, which takes ${expected}`,
  ),
  PLAN3017: error<{ reason: string }>(
    'malformed template configuration',
    ({ reason }) => `the template configuration is not well-formed: ${reason}`,
  ),
  PLAN3018: warning<{ name: string; parameter?: string }>(
    'a hidden stack parameter with a value in plain sight',
    ({ name, parameter }) =>
      `the template hides \`${name}\` (\`NoEcho\`), but ${
        parameter === undefined
          ? 'its value is written here, for everyone who reads the distribution or the repository'
          : `the plan's parameter \`${parameter}\` is no secret: the history of executions shows it`
      }`,
  ),
  PLAN3019: error<{ circle: readonly string[] }>(
    'a template nested in itself',
    ({ circle }) => `\`${circle[0]}\` is nested in itself: ${chain(circle)}`,
  ),
  PLAN3020: error<{ path: string; reason: string }>(
    'no CDK app',
    ({ path, reason }) => `\`${path}\` is not the folder of a CDK app: ${reason}`,
  ),
  PLAN3021: error<{ path: string; reason: string }>(
    'not a cloud assembly',
    ({ path, reason }) => `\`${path}\` is not a cloud assembly: ${reason}`,
  ),
  PLAN3022: error<{ stack: string; assembly: string }>(
    'unknown stack of a cloud assembly',
    ({ stack, assembly }) => `\`${assembly}\` has no stack \`${stack}\``,
  ),
  PLAN3030: error<{ path: string }>(
    'malformed path into a document',
    ({ path }) => `\`${path}\` is not a JSONPath that names one value`,
  ),
  PLAN3040: error<{ reference: string; field: string; reason: string }>(
    'a reference that a runner cannot use',
    ({ reference, field, reason }) =>
      `\`${reference}\` cannot be used in \`${field}\` of a runner: ${reason}`,
  ),
  PLAN3041: error<{ cpu: number; memory: number }>(
    'a size Fargate does not have',
    ({ cpu, memory }) => `AWS Fargate has no task with ${cpu} CPU units and ${memory} MiB of memory`,
  ),
  PLAN3042: error(
    'memory that cannot be chosen',
    () => '`Memory` of a runner cannot be chosen when its `Cpu` is known only when it is deployed',
  ),
  PLAN3043: warning<{ image: string }>(
    'an image without a version',
    ({ image }) => `\`${image}\` is whatever that image is on the day of the deployment`,
  ),
  PLAN3044: warning<{ stack: string; first: string; template: string }>(
    'two templates for one stack',
    ({ stack, first, template }) =>
      `\`${first}\` deploys the stack \`${stack}\` too, from \`${template}\`: each of the two deletes what only the other's template has`,
  ),
};
