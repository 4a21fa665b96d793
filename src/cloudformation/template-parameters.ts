import { isList, isObject, objectOr } from '../language/json.js';
import type { Document } from '../source/document.js';
import type { TemplateParameter } from './template.js';

/** The declared parameters of a template whose sections have passed the check. */
export function readParameters({ value }: Document): ReadonlyMap<string, TemplateParameter> {
  const declared = objectOr(objectOr(value).Parameters);
  return new Map(
    Object.entries(declared).flatMap(([name, parameter]) => {
      if (!isObject(parameter)) return [];
      const { Type, Default, NoEcho, AllowedValues } = parameter;
      const read: TemplateParameter = {
        name,
        type: String(Type),
        hasDefault: Default !== undefined,
        noEcho: String(NoEcho).toLowerCase() === 'true',
        allowedValues: isList(AllowedValues) ? AllowedValues.map(String) : undefined,
        path: ['Parameters', name],
      };
      return [[name, read]];
    }),
  );
}
