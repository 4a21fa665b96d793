import { isList, isObject } from '../language/json.js';
import type { JsonObject } from '../source/document.js';

export const serverless = 'AWS::Serverless-2016-10-31';
export const languageExtensions = 'AWS::LanguageExtensions';

// Amazon's own macros that add neither sections nor outputs:
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
const closed = new Set([
  serverless,
  languageExtensions,
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::CodeDeployBlueGreen',
  'AWS::ServiceCatalog',
]);

/** Names of the macros that a whole template passes through. */
export function transformsOf(template: JsonObject): readonly string[] {
  const { Transform } = template;
  return (isList(Transform) ? Transform : [Transform]).flatMap((macro) => {
    if (typeof macro === 'string') return [macro];
    return isObject(macro) && typeof macro.Name === 'string' ? [macro.Name] : [];
  });
}

/** Whether a macro of unknown effect may add sections and outputs to a template. */
export const isOpen = (template: JsonObject): boolean =>
  'Fn::Transform' in template || transformsOf(template).some((name) => !closed.has(name));
