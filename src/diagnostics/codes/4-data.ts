/** 4xxx: references, files and data flow. */
export const dataCodes = {};
