import { isList, isObject } from '../../language/json.js';
import type { Json } from '../../source/document.js';

interface Form {
  readonly fits: (argument: Json) => boolean;
  /** In words that follow "it takes". */
  readonly takes: string;
  /** As an author writes it. */
  readonly example: string;
}

const isText = (value: Json | undefined): boolean => typeof value === 'string' && value !== '';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
const forms: { readonly [name: string]: Form } = {
  'Fn::Sub': {
    fits: (value) =>
      isText(value) || (isList(value) && value.length === 2 && isText(value[0]) && isObject(value[1])),
    takes: 'a text, or a list of a text and an object',
    example: '!Sub "${AWS::Region}-shop"',
  },
  'Fn::GetAtt': {
    fits: (value) =>
      isList(value)
        ? value.length === 2 && isText(value[0]) && value[1] !== ''
        : /^[^.]+\../.test(String(value)),
    takes: 'the name of a resource and of an attribute',
    example: '!GetAtt Role.Arn',
  },
  'Fn::Join': {
    fits: (value) => isList(value) && value.length === 2 && typeof value[0] === 'string',
    takes: 'a list of a separator and a list',
    example: '!Join ["-", [shop, !Ref AWS::Region]]',
  },
  'Fn::Select': {
    fits: (value) => isList(value) && value.length === 2,
    takes: 'a list of an index and a list',
    example: '!Select [0, !Split [",", "a,b"]]',
  },
};

/** Why CloudFormation would refuse what a function is given, and how it is written; undefined when its form is right. */
export function malformed(
  name: string,
  argument: Json,
): { readonly reason: string; readonly help: string } | undefined {
  const form = forms[name];
  if (form === undefined || form.fits(argument)) return undefined;
  return { reason: `it takes ${form.takes}`, help: `write it like \`${form.example}\`` };
}
