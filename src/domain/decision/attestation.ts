import type { Wording } from '../language';

/** What one confirms by accepting the proof of a seat at this tariff (docs/domain.md 4.2: recorded with author and time). */
export function attestationFor(tariff: Wording): Wording {
  return {
    fr: `J’ai vérifié que le justificatif présenté ouvre droit au tarif « ${tariff.fr} » pour cette séance et je n’en garde aucune copie personnelle.`,
    en: `I have checked that the proof shown gives access to the tariff “${tariff.en}” for this performance and I keep no copy of my own.`,
  };
}

/** The same of several seats at once, by whoever reads a mail for what it meant. */
export const ATTESTATION_BY_HAND: Wording = {
  fr: 'J’ai vérifié que les justificatifs présentés ouvrent droit aux tarifs de ces places pour cette séance et je n’en garde aucune copie personnelle.',
  en: 'I have checked that the proofs shown give access to the tariffs of these seats for this performance and I keep no copy of my own.',
};

/** The same by a reply: the letter that asks for the decision says it at its foot. */
export const ATTESTATION_BY_REPLY: Wording = {
  fr: 'En acceptant, vous confirmez avoir vérifié le justificatif pour ce tarif et cette séance, et n’en garder aucune copie personnelle.',
  en: 'By accepting, you confirm that you have checked the proof for this tariff and this performance, and keep no copy of your own.',
};
