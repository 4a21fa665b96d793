/** Whether a text is all there: no reference of plancc's and no substitution of CloudFormation's or others' will change it. */
export const isWritten = (text: string): boolean => !text.includes('${');
