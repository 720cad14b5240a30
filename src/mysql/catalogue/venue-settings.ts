import { PROOF_FORMATS } from '../../domain/proof-rules';
import type { SettingValues } from '../../domain/venue-settings';
import { venuePolicy, venueProofFormats, venueProofsLabel } from '../schema/json-columns';
import type { Row, RowChange } from '../schema/tables';

export const SETTING_COLUMNS = ['email', 'inbox_address', 'copy_address', 'escalation_address', 'sender_name', 'proofs_label', 'proof_formats', 'max_proof_bytes', 'attach_proofs', 'policy'] as const; // prettier-ignore

export function settingsIn(row: Pick<Row<'venues'>, (typeof SETTING_COLUMNS)[number]>): SettingValues {
  return {
    email: row.email,
    inboxAddress: row.inbox_address,
    copyAddress: row.copy_address,
    escalationAddress: row.escalation_address,
    senderName: row.sender_name,
    proofsLabel: venueProofsLabel(row.proofs_label),
    proofRules: {
      formats: row.proof_formats === null ? PROOF_FORMATS : venueProofFormats(row.proof_formats),
      maxBytes: row.max_proof_bytes,
    },
    attachProofs: Boolean(row.attach_proofs),
    policy: venuePolicy(row.policy),
  };
}

/** The way back, of what is changed. */
export function settingColumns({ email, policy, proofsLabel, proofRules, ...settings }: Partial<SettingValues>): RowChange<'venues'> {
  const { inboxAddress, copyAddress, escalationAddress, senderName, attachProofs } = settings;
  return {
    ...(email !== undefined && { email }),
    ...(inboxAddress !== undefined && { inbox_address: inboxAddress }),
    ...(copyAddress !== undefined && { copy_address: copyAddress }),
    ...(escalationAddress !== undefined && { escalation_address: escalationAddress }),
    ...(senderName !== undefined && { sender_name: senderName }),
    ...(proofsLabel && { proofs_label: JSON.stringify(proofsLabel) }),
    ...(proofRules && { proof_formats: JSON.stringify(proofRules.formats), max_proof_bytes: proofRules.maxBytes }),
    ...(attachProofs !== undefined && { attach_proofs: attachProofs }),
    ...(policy && { policy: JSON.stringify(policy) }),
  };
}
