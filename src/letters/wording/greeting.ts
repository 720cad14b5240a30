import type { Language } from '../../domain/language';

/** « Bonjour Camille Roussel, »; without a name where nobody's is known. */
export function greeting(name: string | undefined, language: Language): string {
  if (language === 'fr') return name ? `Bonjour ${name},` : 'Bonjour,';
  return name ? `Dear ${name},` : 'Good day,';
}
