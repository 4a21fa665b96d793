/** 2xxx: names of states and the ways between them. */
export const graphCodes = {};
