/** What CloudFormation would refuse before it does anything. */
export class TemplateError extends Error {}
