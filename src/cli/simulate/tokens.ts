import type { Tokens } from '../../engines/local/interpreter/run.js';
import { untilAborted } from '../../engines/local/interpreter/until-aborted.js';
import type { Answer, Orchestrator } from '../../ports/orchestrator.js';

interface Waiting {
  readonly answered: Promise<Answer>;
  readonly resolve: (answer: Answer) => void;
}

/** Task tokens that are answered in this process. */
export function createTokens(): Tokens & Pick<Orchestrator, 'answer'> {
  const all = new Map<string, Waiting>();
  return {
    open: (token) => {
      if (!all.has(token)) all.set(token, waiting());
    },
    close: (token) => {
      all.delete(token);
    },
    wait: (token, { signal }) => untilAborted(all.get(token)!.answered, signal),
    answer: async (token, answer) => {
      all.get(token)?.resolve(answer);
      return all.has(token);
    },
  };
}

function waiting(): Waiting {
  let resolve: Waiting['resolve'] = () => {};
  const answered = new Promise<Answer>((done) => {
    resolve = done;
  });
  return { answered, resolve };
}
