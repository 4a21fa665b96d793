/** Letters that Unicode does not take apart into a Latin letter and a mark. */
const letters: { readonly [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
};

/** A text with plain letters in place of those with marks and of ligatures: `Größe` is `Grosse`. */
export const latin = (text: string): string =>
  text
    .replace(/[ßæðøþđħıłœ]/gi, (letter) => {
      const plain = letters[letter.toLowerCase()] ?? letter;
      return letter === letter.toLowerCase() ? plain : plain[0]!.toUpperCase() + plain.slice(1);
    })
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
