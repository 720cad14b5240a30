/** « au nom de Léa Roussel », « au nom d’Éléonore Vasseur »: before a vowel that is heard as one. */
export function inTheNameOf(name: string): string {
  return `au nom ${ELIDED.test(name.normalize('NFD')) ? 'd’' : 'de '}${name}`;
}

/** « Yves » and « Yvette » begin with a vowel, « Yasmina » and « Yann » do not. An « h » may be either: it is left as it is. */
const ELIDED = /^(?:[aeiouœæ]|y(?![aeiou]))/i;
