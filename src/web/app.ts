import cookieParser from 'cookie-parser';
import express from 'express';
import type { Express } from 'express';
import { adminApi } from './api/api';
import { staticAssets } from './assets';
import { carriedForms } from './forms/carried-form';
import { createCsrf } from './csrf';
import { uploads } from './customer/upload';
import { errorDoor, notFound } from './errors';
import { keepPrivate, securityHeaders } from './headers';
import { healthChecks } from './health';
import { paymentNotifications } from './hooks/payments';
import { securityText } from './security-text';
import { infoPages } from './info-pages';
import { keptAnswers } from './forms/kept-answer';
import { rememberLanguage } from './language';
import { limitTo } from './limits';
import { requestLog } from './log';
import type { WebNeeds } from './needs';
import { isOfTheDesk, ROUTES } from './paths';
import { nounPages } from './nouns';
import { ownFormsOnly } from './own-forms';
import { savedFirst } from './forms/saved-first';
import { sessions } from './session';
import { soundPathsOnly } from './sound-paths';
import type { Site } from './visit';

/** Everything that answers over HTTP, in the order in which a request meets it. */
export function createApp(needs: WebNeeds): Express {
  const site: Site = { needs, csrf: createCsrf(needs.settings) };
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', needs.settings.trustedProxies);
  app.set('query parser', 'simple');
  // Whatever NODE_ENV says: what Express itself answers shows no stack.
  app.set('env', 'production');

  app.use(healthChecks(needs));
  app.use(requestLog(needs.log));
  app.use(securityHeaders(needs.settings));
  app.use(staticAssets());
  // At the desk once it is known who reads, so that the answer wears the desk’s frame.
  app.use((request, response, next) => (isOfTheDesk(request) ? next() : soundPathsOnly(request, response, next)));

  // Without session or cookie: programs.
  app.use(paymentNotifications(site));
  app.use(ROUTES.api, adminApi(site));
  if (needs.providerPages) app.use(ROUTES.providerPages, needs.providerPages);

  // With a session: people.
  app.use(limitTo(needs.settings.limits.pages));
  app.use(cookieParser());
  app.use(rememberLanguage);
  app.use(sessions(needs), savedFirst);
  app.use(soundPathsOnly);
  app.use(ownFormsOnly(needs.settings), keepPrivate, keptAnswers(site));
  app.use(uploads(site));
  // A text of 20,000 signs, each of which a form may write in nine.
  app.use(ROUTES.deskTexts, express.urlencoded({ extended: false, limit: '256kb' }));
  app.use(express.urlencoded({ extended: false, limit: '64kb' }), carriedForms);
  app.use(infoPages(site), securityText(site), ...nounPages(site));

  app.use(notFound);
  app.use(errorDoor(site));
  return app;
}
