import { isList, isObject } from '../../language/json.js';
import type { Json } from '../../source/document.js';

interface Form {
  readonly fits: (argument: Json) => boolean;
  /** In words that follow "it takes". */
  readonly takes: string;
}

const isText = (value: Json | undefined): boolean => typeof value === 'string' && value !== '';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
const forms: { readonly [name: string]: Form } = {
  'Fn::Sub': {
    fits: (value) =>
      isText(value) || (isList(value) && value.length === 2 && isText(value[0]) && isObject(value[1])),
    takes: 'a text, or a list of a text and an object',
  },
  'Fn::GetAtt': {
    fits: (value) =>
      isList(value)
        ? value.length === 2 && isText(value[0]) && value[1] !== ''
        : /^[^.]+\../.test(String(value)),
    takes: 'the name of a resource and of an attribute, such as `Role.Arn`',
  },
  'Fn::Join': {
    fits: (value) => isList(value) && value.length === 2 && typeof value[0] === 'string',
    takes: 'a list of a separator and a list',
  },
  'Fn::Select': {
    fits: (value) => isList(value) && value.length === 2,
    takes: 'a list of an index and a list',
  },
};

/** Why CloudFormation would refuse what a function is given; undefined when its form is right. */
export function malformed(name: string, argument: Json): string | undefined {
  const form = forms[name];
  return form === undefined || form.fits(argument) ? undefined : `it takes ${form.takes}`;
}
