/** 1xxx: what the plan's schema refuses. */
export const schemaCodes = {};
