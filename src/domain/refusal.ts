/** The rules say no: shown in the reader's language, never retried. Anything else that is thrown is a fault. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, message: string, detail: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}

/** Stable codes: the API, the pages and the letters each say them in words (docs/contracts.md). */
export type RefusalCode =
  // placing an order
  | 'performance-not-found'
  | 'sale-closed'
  | 'tariff-not-offered'
  | 'price-missing'
  | 'delivery-method-not-allowed'
  | 'too-many-seats'
  | 'too-few-seats'
  | 'member-number-needed'
  | 'seats-not-available'
  | 'too-many-held'
  | 'key-used-already'
  | 'basket-empty'
  | 'address-of-the-house'
  | 'input-invalid'
  // the catalogue
  | 'entry-not-found'
  | 'entry-not-accepted'
  | 'already-exists'
  | 'changed-meanwhile'
  | 'in-use'
  | 'grid-not-accepted'
  | 'full-tariff-missing'
  // putting on sale
  | 'not-ready'
  | 'sale-rule-impossible'
  | 'sale-would-stop'
  | 'allocation-not-found'
  // payments
  | 'payment-forged'
  | 'payment-unknown'
  | 'payment-wrong-amount'
  | 'payment-replayed'
  | 'payment-not-open'
  | 'no-difference'
  | 'difference-settled'
  | 'already-entered'
  | 'too-late-to-give-back'
  | 'refund-not-due'
  | 'already-refunded'
  | 'already-cancelled'
  | 'till-operator-not-found'
  | 'sales-channel-not-found'
  | 'payment-method-not-found'
  // orders
  | 'order-not-found'
  | 'order-over'
  | 'order-not-paid'
  | 'seat-not-found'
  | 'not-allowed-now'
  | 'already-decided'
  | 'review-superseded'
  | 'review-not-found'
  | 'nothing-to-undo'
  | 'too-late-to-undo'
  | 'reason-needed'
  | 'note-needed'
  | 'attestation-needed'
  | 'companion-without-holder'
  // proofs
  | 'file-too-big'
  | 'file-empty'
  | 'file-type-not-accepted'
  | 'file-damaged'
  | 'pdf-locked'
  | 'pdf-active'
  | 'image-too-large'
  | 'too-many-files'
  | 'file-not-kept'
  | 'image-too-small'
  | 'busy-now'
  | 'proof-not-found'
  | 'proof-lost'
  | 'proof-not-seen'
  | 'consent-needed'
  // access
  | 'not-signed-in'
  | 'forbidden'
  | 'link-expired'
  | 'code-wrong'
  | 'too-many-tries'
  | 'account-not-found'
  | 'key-not-found'
  | 'last-admin'
  | 'password-too-short'
  // mails that a person must look at
  | 'mail-not-found'
  | 'mail-already-settled'
  | 'mail-of-another-order'
  // the venue's words and switches
  | 'text-not-accepted'
  | 'text-changed-meanwhile'
  | 'text-version-not-found'
  | 'label-not-accepted'
  | 'address-not-accepted'
  | 'inbox-address-too-long'
  | 'reviewer-not-found'
  | 'last-reviewer'
  // tickets
  | 'ticket-not-found'
  | 'check-in-not-found'
  | 'template-not-found'
  | 'template-not-accepted'
  | 'template-in-use'
  | 'no-ticket-yet'
  | 'ticket-cancelled'
  | 'tickets-cancelled'
  | 'no-address';
