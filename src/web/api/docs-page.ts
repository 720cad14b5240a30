import { dirname } from 'node:path';
import { Router } from 'express';
import { contentSecurityPolicy } from 'helmet';
import { ROUTES } from '../paths';

const PARTS = ['swagger-ui.css', 'swagger-ui-bundle.js'] as const;

/** The API's page: Swagger UI from our own address, nothing from elsewhere. */
export function docsPage(): Router {
  const router = Router();
  const root = dirname(require.resolve('swagger-ui-dist/package.json'));
  for (const part of PARTS) {
    router.get(`/docs/${part}`, (_request, response) => response.sendFile(part, { root, maxAge: '1d' }));
  }
  // Its icons are pictures inside its stylesheet.
  const headers = contentSecurityPolicy({
    useDefaults: false,
    directives: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:'], baseUri: ["'none'"], frameAncestors: ["'none'"] },
  });
  router.get('/docs', headers, (_request, response) => {
    response.type('html').send(PAGE);
  });
  return router;
}

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Contremarque API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${ROUTES.assets}/icon.svg"><link rel="stylesheet" href="${ROUTES.api}/docs/swagger-ui.css"></head>
<body><main id="swagger"></main>
<script src="${ROUTES.api}/docs/swagger-ui-bundle.js"></script><script src="${ROUTES.assets}/api-docs.js"></script></body></html>`;
