/**
 * Texts in which people of AWS are called by the names of their sessions, not by ids before them: `AROAEXAMPLE:anna` is
 * `anna`. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
 */
export const withNames = (text: string): string => text.replace(/\bAROA[A-Z0-9]{10,}:(?=[\w+=,.@-])/g, '');
