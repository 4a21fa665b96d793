/**
 * Names of errors that Step Functions reports itself: others must not start with `States.`.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const stepFunctionsErrors: readonly string[] = [
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.Http.Socket',
  'States.IntrinsicFailure',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.ParameterPathFailure',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
];

/** HTTP tasks have one for each status, such as `States.Http.StatusCode.404`. */
export const isStepFunctionsError = (name: string): boolean =>
  stepFunctionsErrors.includes(name) || name.startsWith('States.Http.StatusCode.');
