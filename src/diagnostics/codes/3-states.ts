/** 3xxx: properties of plancc's state types. */
export const stateCodes = {};
