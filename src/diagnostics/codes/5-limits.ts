/** 5xxx: limits of Step Functions and CloudFormation. */
export const limitCodes = {};
