/** What our mail host says of who wrote (inbound-mail rules of the venue): chosen in the venue's settings. */
export interface MailAuthentication {
  readonly mode: 'ar' | 'ar-topmost-noid' | 'mailauth' | 'none';
  /** Of the host that we trust, for `ar`. */
  readonly authservId?: string | undefined;
  /** For `ar-topmost-noid`: the domain whose mail inside one Exchange tenant is believed, where the venue says so. */
  readonly sameTenant?: string | undefined;
}
