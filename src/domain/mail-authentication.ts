import { refuseFaults, type EntryFault } from './catalogue/refused-entry';

export const AUTHENTICATION_MODES = ['ar', 'ar-topmost-noid', 'mailauth', 'none'] as const;

/** What our mail host says of who wrote (inbound-mail rules of the venue): chosen in the venue's settings. */
export interface MailAuthentication {
  readonly mode: (typeof AUTHENTICATION_MODES)[number];
  /** Of the host that we trust, for `ar`. */
  readonly authservId?: string | undefined;
  /** For `ar-topmost-noid`: the domain whose mail inside one Exchange tenant is believed, where the venue says so. */
  readonly sameTenant?: string | undefined;
}

/** The same as a venue settles it: the tenant is that of its inbox. */
export interface SenderAuthentication extends Pick<MailAuthentication, 'mode' | 'authservId'> {
  readonly sameTenant: boolean;
}

/** Refuses what would judge no mail, or what its mode does not look at. */
export function refuseIdleAuthentication({ mode, authservId, sameTenant }: SenderAuthentication): void {
  const faults: readonly (EntryFault | false)[] = [
    mode === 'ar' && authservId === undefined && fault('authservId', 'Ce mode croit un serveur : nommez-le.', 'This mode believes one host: name it.'), // prettier-ignore
    mode !== 'ar' && authservId !== undefined && fault('authservId', `Le mode « ${mode} » ne croit aucun serveur nommé : retirez ce champ, ou choisissez « ar ».`, `The mode “${mode}” believes no named host: leave this out, or choose “ar”.`), // prettier-ignore
    mode === 'ar' && authservId !== undefined && !AUTHSERV_ID.test(authservId) && fault('authservId', 'Le nom du serveur s’écrit comme dans Authentication-Results : des lettres, des chiffres, des points et des tirets.', 'The host is written as Authentication-Results name it: letters, figures, dots and dashes.'), // prettier-ignore
    sameTenant && mode !== 'ar-topmost-noid' && fault('sameTenant', `Le mode « ${mode} » ne connaît pas de courrier interne : écrivez false, ou choisissez « ar-topmost-noid ».`, `The mode “${mode}” knows no internal mail: say false, or choose “ar-topmost-noid”.`), // prettier-ignore
  ];
  refuseFaults(
    faults.filter((one) => one !== false),
    'input-invalid',
  );
}

/** Most hosts give their name; RFC 8601 lets them give any token. */
const AUTHSERV_ID = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252}[A-Za-z0-9])?$/;

function fault(field: string, fr: string, en: string): EntryFault {
  return { pointer: `#/${field}`, says: { fr, en } };
}
