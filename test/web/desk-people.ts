import { hashSync } from '@node-rs/argon2';
import type { Role, StaffMember } from '../../src/ports/staff';

/** Sophie checks proofs; Hélène keeps the till and sees none. */
export const PASSWORD = 'un phare dans la brume';
export const CODE_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const passwordHash = hashSync(PASSWORD);
const member = (id: number, name: string, role: Role): StaffMember => {
  const email = `${name.split(' ')[0]?.toLowerCase()}@theatre-des-mariniers.example`;
  return { id, name, email, role, passwordHash, totpSecret: CODE_SECRET, accessVersion: 1 };
};
export const SOPHIE_AT_THE_DESK = member(1, 'Sophie Marchand', 'reviewer');
export const HELENE_AT_THE_TILL = member(2, 'Helene Vidal', 'cashier');
export const MEHDI_IN_THE_OFFICE = member(3, 'Mehdi Lacaze', 'admin');
