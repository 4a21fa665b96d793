import { optimized, sdkNames } from '../../../asl/integrations/optimized.js';
import type { Pattern } from '../../../asl/integrations/resource.js';
import { type Problem, problem } from '../../../diagnostics/problem.js';
import { nearest } from '../../../diagnostics/suggest.js';
import { called, type IntegrationUse } from './use.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html: there is nothing to wait for. */
const ofSdk: readonly Pattern[] = ['request-response', 'waitForTaskToken'];

const patternsOf = ({ written: { sdk, service, api } }: IntegrationUse): readonly Pattern[] =>
  sdk ? ofSdk : (optimized[service.text]?.[api.text]?.patterns ?? []);

/** Whether an integration can be called in the way that its ARN ends with; asked of those that there are. */
export function checkPattern(use: IntegrationUse): readonly Problem[] {
  const { service, api, pattern, sdk } = use.written;
  const patterns: readonly string[] = patternsOf(use);
  if (pattern === undefined || patterns.length === 0 || patterns.includes(pattern.text)) return [];
  const [start, end] = pattern.span;
  const written = patterns.filter((name) => name !== 'request-response').map((name) => `.${name}`);
  const near = nearest(`.${pattern.text}`, written);
  const help =
    (sdk ? withoutSdk(service.text, api.text, pattern.text) : undefined) ??
    (near === undefined ? remaining(written, pattern.text) : `did you mean \`${near}\`?`);
  const values = { call: called(use), pattern: pattern.text };
  return [problem('PLAN2072', use.at([start - 1, end]), values, { help })];
}

const remaining = (written: readonly string[], pattern: string): string =>
  written.length === 0
    ? `remove \`.${pattern}\``
    : `remove \`.${pattern}\`, or write ${written.map((name) => `\`${name}\``).join(' or ')}`;

/** The integration that waits for the job which the SDK only starts. */
function withoutSdk(service: string, api: string, pattern: string): string | undefined {
  const name = Object.keys(sdkNames).find((one) => sdkNames[one] === service) ?? service;
  const patterns: readonly string[] = optimized[name]?.[api]?.patterns ?? [];
  return patterns.includes(pattern)
    ? `write \`arn:aws:states:::${name}:${api}.${pattern}\`: only without \`aws-sdk:\` does Step Functions wait for a job`
    : undefined;
}
