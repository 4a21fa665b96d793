import { quotedList } from '../diagnostics/codes/names.js';
import { nearest } from '../diagnostics/suggest.js';
import { isList } from '../language/json.js';
import { hasReference } from '../language/text.js';
import type { Json } from '../source/document.js';
import type { TemplateParameter } from './template.js';

export interface Mismatch {
  /** What is given, in words. */
  readonly given: string;
  /** What the parameter takes instead. */
  readonly expected: string;
  /** Which item of a list is wrong, when not the list itself. */
  readonly index?: number;
  readonly help: string;
}

/** What is said of a value that the template hides by `NoEcho`: nothing that tells of it. */
export const hidden = (wrong: Mismatch): Mismatch => ({
  ...wrong,
  given: 'what is given here',
  ...(wrong.expected.startsWith('one of') && {
    expected: 'only what its `AllowedValues` allow',
    help: 'give it one of its `AllowedValues`, from a parameter of the plan with `Secret: true`',
  }),
});

/** Why a parameter of a template, a file, does not take a value; undefined when it fits or is not known yet. */
export function mismatch(
  { type, allowedValues }: TemplateParameter,
  value: Json,
  file: string,
): Mismatch | undefined {
  // The value of such a parameter is a name in the Parameter Store; the rest is about what is found there.
  if (type.startsWith('AWS::SSM::Parameter::')) return undefined;
  const takesList = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (isList(value) && !takesList) {
    const help = `give one value, or declare the parameter with \`Type: CommaDelimitedList\` in ${file}`;
    return { given: 'a list', expected: `one value of type ${type}`, help };
  }
  const literals = literalsOf(value, takesList);
  if (type === 'Number' || type === 'List<Number>') {
    const wrong = literals.find(({ text }) => !isNumber(text));
    const expected = type === 'Number' ? 'a number' : 'a list of numbers';
    const other = type === 'Number' ? 'String' : 'CommaDelimitedList';
    const help = `write digits alone, such as 20, or declare the parameter with \`Type: ${other}\` in ${file}`;
    if (wrong !== undefined) return { ...said(wrong), expected, help };
  }
  const wrong = literals.find(({ text }) => allowedValues !== undefined && !allowedValues.includes(text));
  if (allowedValues === undefined || wrong === undefined) return undefined;
  const near = nearest(wrong.text, allowedValues);
  return {
    ...said(wrong),
    expected: `one of ${quotedList(allowedValues, 12)}`,
    help: near === undefined ? `take one of these, or allow it in ${file}` : `did you mean \`${near}\`?`,
  };
}

interface Literal {
  readonly text: string;
  readonly index?: number;
}

const said = ({ text, ...rest }: Literal) => ({ given: `\`${text}\``, ...rest });

function literalsOf(value: Json, takesList: boolean): readonly Literal[] {
  if (isList(value)) {
    return value.flatMap((item, index) => literalsOf(item, false).map(({ text }) => ({ text, index })));
  }
  if (typeof value === 'number' || typeof value === 'boolean') return [{ text: String(value) }];
  if (typeof value !== 'string' || hasReference(value)) return [];
  return takesList ? value.split(',').map((text) => ({ text: text.trim() })) : [{ text: value }];
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
