import Handlebars from 'handlebars';
import { isList } from '../../../language/json.js';
import type { JsonObject } from '../../../source/document.js';
import { cut, cutTexts } from './cut.js';

/** The text that people get, mostly as mail. Lines stand alone so that commands can be copied. */
const text = `{{message}}

Distribution: {{distribution}} {{version}}
Environment:  {{environment}}
Deployment:   {{deployment}}, requested by {{by}}
{{#if state}}
State:        {{label}}
{{/if}}
{{#if who}}
Who decides:  {{who}}
{{/if}}
{{#if several}}
Needed:       {{needed}} approvals
{{/if}}

To let it go on:
  plancc approve {{deployment}} --env {{environment}} --state {{word}} --comment "..."

To end it:
  plancc reject {{deployment}} --env {{environment}} --state {{word}} --comment "..."

What it has done so far:
  plancc follow {{deployment}} --env {{environment}}
`;

const render = Handlebars.compile(text, { noEscape: true, strict: true });

/** What SNS sends: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
export interface ApprovalMessage {
  readonly subject: string;
  readonly text: string;
}

/** Tells people what waits for their approval, who asks, and how to answer. */
export function approvalMessage(told: JsonObject): ApprovalMessage {
  const detail = cutTexts(told);
  const { distribution, version, environment, state, iteration, approvers, needed } = detail;
  const indexes = isList(iteration) ? iteration.map((index) => `[${index}]`).join('') : '';
  const label = `${state ?? 'environment'}${indexes}`;
  const who = isList(approvers) ? approvers.join(', ') : '';
  return {
    subject: subjectOf(`Approval: ${distribution} ${version} in ${environment}`),
    text: render({
      ...detail,
      state: state ?? '',
      label,
      who,
      several: Number(needed) > 1,
      needed: needed ?? 1,
      word: quoted(label),
    }),
  };
}

/** Subjects have at most 100 characters of ASCII, and no line breaks. */
const subjectOf = (subject: string): string => cut(subject.replace(/[^\x20-\x7e]/g, '?'), 100);

/** A name as a shell takes it. */
const quoted = (name: string): string =>
  /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
