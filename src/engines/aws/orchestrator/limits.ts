/** Characters that the error and the cause of an execution or a task may have: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html */
const longestError = 256;
const longestCause = 32_768;

/** Error and cause as far as Step Functions takes them. */
export const withinLimits = (error: string, cause: string) => ({
  error: cut(error, longestError),
  cause: cut(cause, longestCause),
});

/** No character is cut into halves. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
