import { placeholder } from '../../engines/local/stacks/evaluate/placeholder.js';
import { evaluateStack } from '../../engines/local/stacks/evaluate-stack.js';
import { placeOf } from '../../engines/local/stacks/stack-place.js';
import { TemplateError } from '../../engines/local/stacks/template-error.js';
import { type Stacks, withTemplate } from '../../ports/stacks.js';

/** Stacks of which nothing stays: what CloudFormation would refuse fails, all else has the outputs of its template. */
export const simulatedStacks: Stacks = {
  reconcile: async (request) => {
    if (request.action === 'Delete') return { status: 'done', outputs: {}, changes: [] };
    try {
      const { outputs } = evaluateStack(await withTemplate(request), placeOf(request), '', placeholder);
      return { status: 'done', outputs, changes: [] };
    } catch (error) {
      if (error instanceof TemplateError) return { status: 'failed', reason: error.message };
      throw error;
    }
  },
};
