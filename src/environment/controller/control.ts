import { StatesError } from '../../ports/states-error.js';
import { agree } from './agree.js';
import { closeDeployment } from './close.js';
import { failureBy } from './end.js';
import { execute } from './execute.js';
import { install } from './install.js';
import { prepare } from './prepare.js';
import type { Installed, Prepared, StepInput } from './step.js';
import type { World } from './world.js';

/** What a state of the deploying machine sends. */
export type ControlRequest =
  | { readonly step: 'prepare' | 'install' | 'close'; readonly input: StepInput }
  /** Answered by its token, later. */
  | { readonly step: 'agree' | 'execute'; readonly input: StepInput; readonly token: string };

/**
 * What the states of the deploying machine do (`machine.ts`). Called twice it does nothing twice. Throws a `StatesError`,
 * which the machine's `Retry` and `Catch` know by its name.
 */
export async function control(
  request: ControlRequest,
  world: World,
): Promise<Prepared | Installed | Record<string, never>> {
  try {
    return await done(request, world);
  } catch (error) {
    const { error: name, cause } = failureBy(error);
    throw new StatesError(name, cause);
  }
}

async function done(request: ControlRequest, world: World): ReturnType<typeof control> {
  const { input } = request;
  switch (request.step) {
    case 'prepare':
      return prepare(world, input);
    case 'install':
      return install(world, input);
    case 'agree':
      await agree(world, input, request.token);
      return {};
    case 'execute':
      await execute(world, input, request.token);
      return {};
    case 'close':
      await closeDeployment(world, input);
      return {};
  }
}
