/** Upper case at the start: « Étudiant ». */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** « de Sophie », « d’Accueil », « d’Hélène », « d’Yves », but « de Yann ». */
export function deName(name: string): string {
  const first = name.normalize('NFD');
  return /^(?:[aeiouhœæ]|y(?![aeiou]))/i.test(first) ? `d’${name}` : `de ${name}`;
}

/** Lower case at the start, unless it starts with an abbreviation: « étudiant », « RSA ». */
export function uncapital(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
