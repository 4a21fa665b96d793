/** The projects to start from: folders of `templates/`, in the order in which they are listed. */
export const templates = {
  minimal: 'A bucket for files: one CloudFormation template, one parameter that differs in production',
  cdk: 'A web site made by a CDK app in JavaScript, and a role that lets the job do no more than it needs',
  sam: 'An API with a function and a table, made with SAM',
  runner: 'A job in the network of a PostgreSQL database that changes its schema, with a secret password',
  approval: 'A function that is tested, approved by someone in production only, and deployed',
  landscape: 'Three projects that build on each other: a network, a database, and a web shop',
} as const;

export type TemplateName = keyof typeof templates;

export const templateNames = Object.keys(templates) as readonly TemplateName[];
