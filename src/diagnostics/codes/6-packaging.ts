/** 6xxx: building and reading distributions. */
export const packagingCodes = {};
