import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { StatesError } from '../../../ports/states-error.js';
import { lookedUp } from './looked-up.js';

/** Undefined when there is none of that name. A StringList has its commas already. */
export async function parameterNamed(
  client: Pick<SSMClient, 'send'>,
  name: string,
  as: 'secret' | undefined,
): Promise<string | undefined> {
  const command = new GetParameterCommand({ Name: name, WithDecryption: as === 'secret' });
  const about = { action: 'ssm:GetParameter', missing: ['ParameterNotFound', 'ParameterVersionNotFound'] };
  const found = await lookedUp(about, client.send(command));
  if (found?.Parameter?.Type === 'SecureString' && as !== 'secret') {
    const cause = `the SSM parameter ${name} is a SecureString; make what it is the value of \`Secret: true\` in the plan`;
    throw new StatesError('ParameterInvalid', cause);
  }
  return found?.Parameter?.Value;
}
