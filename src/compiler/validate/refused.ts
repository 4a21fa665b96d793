const settings = 'put settings of the state under `Properties`';
const payload =
  'a state of plancc passes the payload on and adds its result; reshape it in a `Pass` state after it';

/**
 * Fields of Step Functions that plancc writes itself when it lowers one of its states, and what to do instead.
 */
export const refused: { readonly [field: string]: string } = {
  Resource: 'leave it out: plancc knows what its states call; use a `Task` state to call something else',
  Parameters: settings,
  Arguments: settings,
  InputPath: 'leave it out: settings under `Properties` take what they need with `${{ … }}`',
  OutputPath: payload,
  ResultSelector: payload,
  Output: payload,
  Credentials: 'name the role under `Properties`, where the type has `RoleArn` or `AssumeRoleArn`',
  HeartbeatSeconds:
    'leave it out: plancc sends heartbeats itself; `TimeoutSeconds` is the deadline of the state',
};
