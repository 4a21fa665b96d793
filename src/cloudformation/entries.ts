import { type Path, type Problem, problem } from '../diagnostics/problem.js';
import { nearest } from '../diagnostics/suggest.js';
import { isIntrinsic } from '../language/intrinsic.js';
import { isObject } from '../language/json.js';
import type { Document, Json, JsonObject } from '../source/document.js';

/** What every entry of a section must have, with an example. */
const wanted = {
  Parameters: ['Type', 'String'],
  Resources: ['Type', 'AWS::S3::Bucket'],
  Outputs: ['Value', '!Ref …'],
} as const;

/** What CloudFormation would refuse in the form of a section's entries. */
export function checkEntries(
  { file, value: template }: Document & { readonly value: JsonObject },
  section: keyof typeof wanted,
): readonly Problem[] {
  const held = template[section];
  if (held === undefined) return [];
  const malformed = (path: Path, reason: string, help: string, on?: 'key'): Problem =>
    problem(
      'PLAN3012',
      { file, path: [section, ...path], on },
      { name: [section, ...path.slice(0, 1)].join('.'), reason },
      { help },
    );
  const [field, example] = wanted[section];
  if (!isObject(held)) {
    const help =
      held === null
        ? 'give it entries, or leave it out'
        : `write each under its name: \`Name: { ${field}: ${example} }\``;
    return [malformed([], 'it must be an object of named entries', help, 'key')];
  }
  return Object.entries(held).flatMap(([name, entry]) => {
    // Fn::ForEach and Fn::Transform stand beside named entries and make some.
    if (name.startsWith('Fn::')) return [];
    if (!isObject(entry)) {
      const help = `write \`${name}: { ${field}: ${typeof entry === 'string' ? entry : example} }\``;
      return [malformed([name], 'it must be an object', help, 'key')];
    }
    if (isWhole(entry, section) || 'Fn::Transform' in entry) return [];
    const reason = `it has no \`${field}\``;
    if (isIntrinsic(entry)) {
      return [malformed([name], reason, `put the function under \`${field}\``, 'key')];
    }
    const misspelt = nearest(field, Object.keys(entry));
    if (misspelt !== undefined && misspelt !== field) {
      return [malformed([name, misspelt], reason, `did you mean \`${field}\`?`, 'key')];
    }
    return [malformed([name], reason, `add it, such as \`${field}: ${example}\``, 'key')];
  });
}

const isWhole = (entry: JsonObject, section: keyof typeof wanted): boolean =>
  section === 'Outputs' ? 'Value' in entry : typeof entry.Type === 'string';

const types = ['String', 'Number', 'CommaDelimitedList', 'List<Number>'];

/**
 * Types of parameters that CloudFormation does not have.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function checkParameterTypes({ file }: Document, parameters: Json | undefined): readonly Problem[] {
  if (!isObject(parameters)) return [];
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const type = isObject(parameter) ? parameter.Type : undefined;
    if (typeof type !== 'string' || types.includes(type) || /^(AWS::.+|List<.+>)$/.test(type)) return [];
    const near = nearest(type, types);
    const help =
      type.toLowerCase() === 'boolean'
        ? 'write `Type: String` and `AllowedValues: ["true", "false"]`'
        : `${near === undefined ? '' : `did you mean \`${near}\`? `}types: ${types.join(', ')}, and those of AWS such as AWS::EC2::VPC::Id`;
    const values = { name: `Parameters.${name}`, reason: `\`${type}\` is not a type of parameters` };
    return [problem('PLAN3012', { file, path: ['Parameters', name, 'Type'] }, values, { help })];
  });
}
