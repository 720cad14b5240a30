/** « Envoyé de mon iPhone », « Von meinem iPhone gesendet », « Enviado desde mi iPhone »: what programs write under a mail. */
export function isSentWith(line: string): boolean {
  const plain = line.replaceAll(/[\u00A0\u202F]/g, ' ').trim();
  return (
    plain.length <= MOST &&
    SENT.some((sent) => sent.test(plain)) &&
    (DEVICE.test(plain) || NAMED_MAIL.test(plain)) &&
    !ABOUT_PROOFS.test(plain)
  );
}

const MOST = 160;

const SENT: readonly RegExp[] = [
  /^(?:cet? (?:e-?mail|message|courriel) (?:a [ée]t[ée]|vous est) )?envoy[ée]e?s? (?:de|depuis|[àa] partir|avec|par|via|gr[âa]ce [àa]|sans fil|sur)(?:\s|$)/i,
  /^(?:this (?:e-?mail|message) was )?sent (?:from|with|via|using|by|on)\s/i,
  /^(?:gesendet|versendet|verzonden|verstuurd|enviad[oa]|enviat|inviat[oa]|skickat|sendt|lähetetty|wysłan[eo]|odesláno|odoslané|trimis|elküldve|poslano|poslato|bidalita|отправлено|надіслано|στάλθηκε|αποστάλθηκε)\s/iu,
  /\s(?:gesendet|versendet|geschickt|verzonden|verstuurd|gönderildi|küldve)[.!]?$/iu,
  /(?:から送信|发送自|發送自|보냄)$|^发自|^發自/u,
];

/** Programs and devices. */
const DEVICE =
  /(?:\b(?:mon|ma|mes|my|meine[mrn]?|mi|meu|mio|mijn|min|mitt) \p{L}|l['’]app(?:lication|li)?\b|\bla messagerie\b|\bapp\b|\bun (?:appareil|smartphone|téléphone|mobile)\b|\bterminal mobile\b|i(?:phon|pad|pod)|android|smartphone|outlook|courrier\b|yahoo|gmail|webmail|windows|proton|samsung|galaxy|huawei|honor|xiaomi|redmi|oppo|pixel|oneplus|nokia|xperia|blackberry|spark|bluemail|thunderbird|aquamail|fairemail|\bk-?9\b|infomaniak|ksuite|zoho|\bgmx\b|web\.de|hotmail|orange|\bsfr\b|\bfree\b|la ?poste|bouygues|icloud|apple|edison|airmail|mailo|mailbird|em ?client|zimbra|roundcube|rainloop|horde|sogo|tuta|fastmail|superhuman|canary|\bnine\b|typeapp|mymail|boxer|evolution|kmail|geary|claws|posteo|mailfence|libero|https?:)/iu;
/** With its capital: « par mail » is how a person sends something. */
const NAMED_MAIL = /(?:^|\s)(?:Mail|E-?mail|Webmail|Courriel)(?=\s|\.|$)/u;
/** Then it is the writer's own sentence, whatever it begins with. */
export const ABOUT_PROOFS =
  /\b(?:attend\w*|stop|annul\w*|seulement|uniquement|revoir|v[ée]rifier|plus tard|except|reviens|finalement|only|wait|erreur|sans (?:le|la|son|sa)|mais|sauf|manque|verso|recto|places?|billets?|(?<!em )clients?|cliente|spectat\w+|justificatif\w*|carte|illisible|p[ée]rim[ée]e?|pas|non)\b/iu;
