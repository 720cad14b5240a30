import { create } from 'qrcode';
import type { Html } from '../../page/html';
import { html } from '../../page/html';

/** What an authenticator takes in: the picture, the same in letters for those who cannot scan, and a code to prove it. */
export function codeLink({ secret, address }: { readonly secret: string; readonly address: string }): Html {
  return html`<input type="hidden" name="codeSecret" value="${secret}" />
    <p>Ouvrez votre application d’authentification et scannez cette image :</p>
    ${picture(address)}
    <p class="small">
      Sur le même appareil ? <a href="${address}">Ouvrez l’application</a>, ou recopiez-y cette clé :
      <code>${(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
    </p>
    <label for="new-code">Le code à six chiffres qu’elle montre</label>
    <input id="new-code" name="newCode" inputmode="numeric" pattern="[0-9 ]*" maxlength="7" required autocomplete="one-time-code" />`;
}

const QUIET_MODULES = 4;

/** One rectangle a dark module, on white: no style, no script, sharp at any size. */
function picture(text: string): Html {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  const whole = size + 2 * QUIET_MODULES;
  const dark = [...data.keys()].filter((at) => data[at] === 1);
  const path = dark.map((at) => `M${(at % size) + QUIET_MODULES} ${Math.floor(at / size) + QUIET_MODULES}h1v1h-1z`).join('');
  return html`<svg viewBox="0 0 ${whole} ${whole}" width="${whole * 4}" height="${whole * 4}" role="img" aria-label="Image à scanner avec l’application d’authentification" shape-rendering="crispEdges">
    <rect width="${whole}" height="${whole}" fill="#fff" />
    <path d="${path}" fill="#000" />
  </svg>`; // prettier-ignore
}
