import type { Schema } from '../language/schema.js';
import { concurrency, planName, version } from '../language/values.js';
import { deploymentId, environment, iteration, status, time } from './news.js';
import { closed, count, error, type Fields, id, origin, result, stopped, texts } from './result-forms.js';

const text = (description: string): Schema => ({ type: 'string', description });
const by = text('Who.');
const act: Schema = { description: 'Who, and when.', ...closed({ by, at: time }) };
const action: Schema = { enum: ['deploy', 'rollback', 'promote'], description: 'What was asked.' };
const ofVersion: Fields = { version: { ...version, description: 'The version.' }, id };
const name: Schema = { ...planName, description: 'The name of the distribution.' };
const named: Fields = { environment, name, deployment: deploymentId };
const versioned: Fields = { ...named, version: ofVersion.version! };
const cause = text('Why it failed.');
const outputs: Schema = { type: 'object', description: 'What the distribution gives to others.' };
const kind: Schema = { enum: ['test', 'production'], description: 'Whether deployments to it ask first.' };
const list = (description: string, items: Schema): Schema => ({ type: 'array', description, items });

const news: Schema = { $ref: '#/definitions/news' };
const requested = result('Requested, and not followed', { ...named, ...ofVersion });
const decided = result(
  'Decided',
  { decision: { enum: ['approved', 'rejected'], description: 'What was decided.' }, ...named, iteration },
  { state: origin.state! },
);

const environmentFields: Fields = {
  name: environment,
  kind,
  concurrency: { ...concurrency, description: 'What a deployment does while another one goes on.' },
  approvals: { ...count, description: 'How many others have to approve every deployment.' },
  created: act,
};

const deployment: Schema = closed(
  {
    ...named,
    ...ofVersion,
    action,
    status,
    requested: act,
    retries: { ...count, description: 'How often it was retried.' },
    decisions: list(
      'What approvals were answered.',
      closed(
        {
          by,
          at: time,
          entry: text('Which approval it was.'),
          iteration,
          decision: { enum: ['approved', 'rejected'], description: 'What was decided.' },
          comment: text('Why.'),
        },
        { state: origin.state! },
      ),
    ),
  },
  {
    from: environment,
    started: time,
    ended: time,
    seconds: { type: 'number', minimum: 0, description: 'From the request to the end.' },
    previous: { description: 'What ran before.', ...closed({ ...ofVersion, deployment: deploymentId }) },
    failure: closed({ error, cause }, { state: origin.state! }),
  },
);

/** What `plancc why` prints of a deployment. */
export const whyDeployment: Schema = result(
  'A deployment',
  {
    ...named,
    version: ofVersion.version!,
    status,
    error,
    cause,
    log: texts('The last lines that its job wrote.'),
  },
  {
    file: text('The plan, in the project.'),
    ...origin,
    inside: { type: 'array', description: 'The Parallels and Maps around the state, innermost first.' },
    before: { type: 'array', description: 'Failures before, which the plan caught.' },
    event: { type: 'object', description: 'The event of the history that says so.' },
    added: text('Its name in the definition, where plancc added it.'),
  },
);

/** What the commands of environments print with `--json`; where they follow a deployment, one line of it. */
export const environmentResults: { readonly [command: string]: readonly Schema[] } = {
  deploy: [news, requested, stopped],
  follow: [news, stopped],
  status: [
    result('What runs where', {
      environments: list('The environments.', closed({ name: environment, kind })),
      distributions: list(
        'Each distribution in each environment.',
        closed(
          { environment, name },
          {
            runs: {
              description: 'What runs.',
              ...closed({ ...ofVersion, deployment: deploymentId, since: time, by }),
            },
            last: {
              description:
                'The deployment that goes on, else the newest one, which may not be the one that brought what runs.',
              ...closed({
                deployment: deploymentId,
                version: ofVersion.version!,
                action,
                status,
                by,
                at: time,
                waits: { ...count, description: 'How many approvals it waits for.' },
                queued: { ...count, description: 'How many deployments queue behind it.' },
              }),
            },
          },
        ),
      ),
    }),
    stopped,
  ],
  history: [result('Deployments', { deployments: list('The newest first.', deployment) }), stopped],
  output: [result('Outputs', { ...versioned, outputs }), stopped],
  logs: [
    { title: 'A line', ...closed({ time, state: origin.state!, iteration, text: text('The line.') }) },
    stopped,
  ],
  approve: [decided, stopped],
  reject: [decided, stopped],
  stop: [result('Stopped', versioned), stopped],
  retry: [news, result('Goes on, and is not followed', versioned), stopped],
  rollback: [news, requested, stopped],
  promote: [news, requested, stopped],
  env: [
    result('An environment', { environment: closed(environmentFields) }),
    result('Environments', { environments: list('By name.', closed(environmentFields)) }),
    result('An environment in full', {
      environment: closed(environmentFields),
      distributions: list('What runs in it.', closed({ name, version: ofVersion.version! })),
      open: { ...count, description: 'How many deployments go on.' },
    }),
    result('Removed', { removed: environment }),
    stopped,
  ],
  orphans: [
    result('Stacks that nothing owns', {
      orphans: list(
        'The stacks.',
        closed(
          {
            name: text('The name of the stack.'),
            environment,
            distribution: name,
            place: text('Where it is.'),
            reason: text('Why nothing owns it.'),
          },
          { state: text('The state that made it, as its tag has it.') },
        ),
      ),
    }),
    stopped,
  ],
  ship: [
    result('Shipped', {
      name,
      ...ofVersion,
      isNew: { type: 'boolean', description: 'Whether the store did not have it.' },
      blobs: { ...count, description: 'How many different files it has.' },
      sent: { ...count, description: 'How many of them the store did not have.' },
      bytes: { ...count, description: 'The bytes of these.' },
    }),
    stopped,
  ],
};
