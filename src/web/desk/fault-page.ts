import { html } from '../page/html';
import { buttonLink, type ShortPage } from '../page/short-page';
import { pathOf } from '../paths';
import type { Problem } from '../problem';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';

/** What is wrong on our side, told to people of the venue: nobody tells them to telephone themselves. */
export function deskFaultPage(visit: Visit, { code, reference }: Problem): ShortPage {
  const { method, path } = visit.request;
  const words = WORDS[visit.language];
  const isRead = method === 'GET' || method === 'HEAD';
  const { title, text } = newsOf(code, { isRead, words });
  return {
    over: words.over,
    title,
    text,
    way: buttonLink(isRead ? path : pathOf('desk'), isRead ? words.again : words.desk),
    after: html`${words.quote} <strong class="nowrap">${reference}</strong>.`,
    error: true,
  };
}

function newsOf(code: Problem['code'], { isRead, words }: { readonly isRead: boolean; readonly words: (typeof WORDS)['fr' | 'en'] }) {
  if (code === 'not-yet-heard') return words.notYetHeard;
  if (code === 'unavailable' || code === 'busy') return isRead ? words.away : words.awayForAForm;
  return isRead ? words.fault : words.faultOfAForm;
}

const WORDS = {
  fr: {
    over: 'Erreur',
    again: 'Réessayer',
    desk: 'Revenir au guichet',
    quote: 'Si cela dure, prévenez la personne qui administre le site et donnez-lui la référence',
    notYetHeard: {
      title: 'La réponse n’est pas encore arrivée',
      text: say`Une partie du site ne répond pas. Ce que vous avez envoyé peut encore être enregistré. Dans une minute, revenez à la page précédente et envoyez le même formulaire : il porte sa propre clé, et rien n’est fait deux fois.`,
    },
    away: {
      title: 'Une partie du site ne répond pas',
      text: say`Ce n’est pas vous, et rien n’a changé. Réessayez dans une minute.`,
    },
    awayForAForm: {
      title: 'Une partie du site ne répond pas',
      text: say`Ce n’est pas vous, et rien n’a changé : ce que vous avez envoyé n’est pas enregistré. Dans une minute, revenez à la page précédente et envoyez de nouveau le formulaire.`,
    },
    fault: {
      title: 'Quelque chose n’a pas fonctionné',
      text: say`Ce n’est pas vous, et rien n’a changé. Réessayez dans quelques minutes.`,
    },
    faultOfAForm: {
      title: 'Quelque chose n’a pas fonctionné',
      text: say`Ce n’est pas vous. Ce que vous avez envoyé n’est peut-être pas enregistré : regardez où en est la page avant de recommencer.`,
    },
  },
  en: {
    over: 'Error',
    again: 'Try again',
    desk: 'Back to the desk',
    quote: 'If it lasts, tell whoever runs the site and give the reference',
    notYetHeard: {
      title: 'The answer has not come yet',
      text: 'A part of the site does not answer. What you have sent may still be recorded. In a minute, go back to the page before and send the same form: it has a key of its own, and nothing is done twice.',
    },
    away: { title: 'A part of the site does not answer', text: 'It is not you, and nothing has changed. Try again in a minute.' },
    awayForAForm: {
      title: 'A part of the site does not answer',
      text: 'It is not you, and nothing has changed: what you have sent is not recorded. In a minute, go back to the page before and send the form again.',
    },
    fault: { title: 'Something did not work', text: 'It is not you, and nothing has changed. Try again in a few minutes.' },
    faultOfAForm: {
      title: 'Something did not work',
      text: 'It is not you. What you have sent may not be recorded: look at the page before you send it again.',
    },
  },
};
