import type { Knex } from 'knex';
import { insertMissing, words } from './insert-missing';

export async function seedProofTypes(knex: Knex): Promise<void> {
  await insertMissing(
    knex,
    'proof_types',
    ['code'],
    Object.entries(PROOF_TYPES).map(([code, [fr, en]]) => ({ code, name: words(fr, en) })),
  );
}

export type ProofType = keyof typeof PROOF_TYPES;

/** Within a sentence: « carte d’étudiant ou certificat de scolarité ». */
const PROOF_TYPES = {
  'student-card': ['carte d’étudiant', 'student card'],
  'enrolment-certificate': ['certificat de scolarité', 'enrolment certificate'],
  'apprentice-card': ['carte d’étudiant des métiers', 'apprentice card'],
  'identity-document': ['pièce d’identité', 'identity document'],
  'youth-card': ['carte jeune', 'youth card'],
  'family-record-book': ['livret de famille', 'family record book'],
  'school-record-book': ['carnet de correspondance', 'school record book'],
  'jobseeker-certificate': ['avis de situation France Travail', 'France Travail certificate'],
  'rsa-certificate': ['attestation de RSA de la CAF ou de la MSA', 'RSA certificate from the CAF or the MSA'],
  'minimum-income-certificate': [
    'attestation de la CAF, de la CARSAT ou de France Travail',
    'certificate from the CAF, the CARSAT or France Travail',
  ],
  'aah-certificate': ['attestation d’AAH de la CAF', 'AAH certificate from the CAF'],
  'mdph-notice': ['notification de la MDPH', 'decision of the MDPH'],
  'mobility-inclusion-card': ['carte mobilité inclusion, mention «\u00a0invalidité\u00a0»', 'mobility inclusion card marked “invalidité”'],
  'disability-card': ['ancienne carte d’invalidité', 'former disability card'],
  'companion-mention': [
    'carte mobilité inclusion de la personne accompagnée, mention «\u00a0besoin d’accompagnement\u00a0»',
    'mobility inclusion card of the person accompanied, marked “besoin d’accompagnement”',
  ],
  'senior-card': ['carte senior', 'senior card'],
  'large-family-card': ['carte familles nombreuses', 'large family card'],
  'works-council-card': ['carte Cezam, CNAS ou CSE à votre nom', 'Cezam, CNAS or works council card in your name'],
  'performing-arts-certificate': ['attestation France Travail spectacle', 'France Travail performing arts certificate'],
  'holiday-fund-card': ['carte Congés Spectacles', 'Congés Spectacles card'],
  'professional-card': ['carte professionnelle', 'professional card'],
  'education-pass': ['Pass Éducation', 'Pass Éducation'],
  'civic-service-card': ['carte de volontaire du service civique', 'civic service volunteer card'],
  'proof-of-address': ['justificatif de domicile', 'proof of address'],
  'member-card': ['carte d’abonné ou d’adhérent', 'subscriber or member card'],
  'group-list': ['liste du groupe ou bon de commande', 'list of the group or purchase order'],
  'family-quotient-certificate': ['attestation de quotient familial de la CAF', 'family quotient certificate from the CAF'],
} satisfies Record<string, readonly [string, string]>;
