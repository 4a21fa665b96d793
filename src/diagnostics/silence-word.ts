/** What a comment begins with that silences warnings. */
export const silenceWord = 'plancc-ignore';
