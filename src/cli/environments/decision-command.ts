import { type Command, defineCommand, json, quiet } from '../command.js';
import { comment, deploymentOperand, env, store } from './options.js';

/** What one command that decides an approval has of its own. */
interface Deciding extends Pick<Command, 'name' | 'describe' | 'examples'> {
  readonly decision: 'approved' | 'rejected';
}

/** A command that answers an approval. */
export const decisionCommand = ({ decision, ...own }: Deciding): Command =>
  defineCommand({
    ...own,
    operands: [{ ...deploymentOperand, default: 'the one that waits' }],
    options: {
      env,
      state: {
        type: 'string',
        value: 'name',
        describe:
          'The state that waits, where several do; environment for what the environment itself demands',
      },
      comment,
      store,
      json,
      quiet,
    },
    fails: 'Nothing waits, several wait and none is named, or you may not decide it',
    run: async ([word], options, terminal) => {
      const [{ environments }, { decide }] = await Promise.all([
        import('./places.js'),
        import('./decide.js'),
      ]);
      return environments(options, terminal, (places) => decide(places, word, decision));
    },
  });
