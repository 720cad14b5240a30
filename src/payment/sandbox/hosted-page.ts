import type { Language } from '../../domain/language';
import type { PaymentRequest } from '../../ports/sale/payments';
import { euros } from '../../wording/amounts';
import { REFERENCE } from '../../wording/whole-words';

interface Markup {
  readonly status: number;
  readonly markup: string;
}

/** Where the router is mounted, and the signed query that the page hands on. */
interface Where {
  readonly base: string;
  readonly query: string;
}

/** The provider's own page: plainly not the theatre's, and plainly not a real one. */
export function hostedPage({ amount, description, reference, language }: PaymentRequest, { base, query }: Where): Markup {
  const words = WORDS[language];
  const price = euros(amount, language);
  return {
    status: 200,
    markup: page(language, {
      base,
      title: words.title,
      body: `<p class="over">${words.over}</p><h1>${words.title}</h1>
<dl><dt>${words.amount}</dt><dd class="amount">${escaped(price)}</dd><dt>${words.what}</dt><dd>${unbroken(description)}</dd>
<dt>${words.reference}</dt><dd>${unbroken(reference)}</dd></dl>
<form method="post" action="?${escaped(query)}">${button('pay', `${words.pay} ${escaped(price)}`)}${button('refuse', words.refuse)}${button('leave', words.leave)}</form>
<p>${words.note}</p>`,
    }),
  };
}

export function unknownRequestPage(base: string): Markup {
  const body = '<h1>Demande inconnue</h1><p>Cette demande de paiement n’est pas signée par le théâtre, ou elle a été modifiée.</p>';
  return { status: 400, markup: page('fr', { base, title: 'Demande inconnue', body }) };
}

function button(choice: string, label: string): string {
  return `<button name="choice" value="${choice}">${label}</button>`;
}

function page(language: Language, { base, title, body }: { readonly base: string; readonly title: string; readonly body: string }): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${base}/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${base}/style.css"></head><body><main>${body}</main></body></html>`;
}

/** A reference stays on one line. */
function unbroken(text: string): string {
  return escaped(text).replaceAll(new RegExp(REFERENCE, 'g'), '<span class="nowrap">$&</span>');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const WORDS = {
  fr: {
    over: 'Bac à sable',
    title: 'Paiement d’essai',
    amount: 'Montant',
    what: 'Achat',
    reference: 'Référence',
    pay: 'Payer',
    refuse: 'Refuser le paiement',
    leave: 'Abandonner',
    note: 'Aucune carte n’est demandée et aucun argent ne circule.',
  },
  en: {
    over: 'Sandbox',
    title: 'Test payment',
    amount: 'Amount',
    what: 'Purchase',
    reference: 'Reference',
    pay: 'Pay',
    refuse: 'Refuse the payment',
    leave: 'Leave',
    note: 'No card is asked for and no money moves.',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;
