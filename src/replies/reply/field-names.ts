/** The names of a letter's fields in a header block, as mail programs write them in the languages of the people they meet. */
const NAMES = {
  from: 'de|from|exp[ée]diteur|de la part de|von|van|da|från|fra|lähettäjä|od|nadawca|feladó|de la|от|від|από|kimden|mittente|remitente|remetente|absender|afzender|avsändare|avsender|afsender|差出人|寄件者|发件人|보낸 사람',
  date: "date|envoy[ée](?: le)?|sent|date d['’]envoi|gesendet|datum|verzonden|skickat|sendt|sendte|dato|lähetetty|päivämäärä|wysłano|wysłane|data|odesláno|küldve|elküldve|trimis|отправлено|дата|надіслано|στάλθηκε|ημερομηνία|gönderildi|tarih|enviado(?: el| em| a)?|enviada(?: em)?|enviat|fecha|inviato|送信日時|日付|寄件日期|发送时间|日期|보낸 날짜|날짜",
  to: '[àa]|pour|to|destinataires?|copie [àa]|cc|r[ée]pondre [àa]|reply-to|an|aan|til|till|para|per|per a|vastaanottaja|do|komu|címzett|către|кому|копия|προς|kime|kopie|kopia|kopio|destinatario|destinatário|宛先|收件人|收件者|받는 사람',
  subject:
    'objet|sujet|subject|betreff|onderwerp|ämne|emne|aihe|temat|předmět|predmet|tárgy|subiect|тема|θέμα|konu|asunto|assunto|assumpte|oggetto|件名|主题|主旨|主題|제목',
} as const;

const FIELDS = Object.entries(NAMES).map(([kind, names]) => [kind, new RegExp(`^(?:${names})\\s?[:：]`, 'iu')] as const);

/** Which field of a letter this line begins with. */
export function fieldAt(line: string): string | undefined {
  return FIELDS.find(([, pattern]) => pattern.test(line))?.[0];
}
