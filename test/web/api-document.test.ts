import request from 'supertest';
import { apiRoutes } from '../../src/web/api/api';
import { createCsrf } from '../../src/web/csrf';
import type { Theatre } from './harness';
import { openTheatre } from './harness';

let theatre: Theatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly security: readonly unknown[]; readonly responses: object }>>>>;
}

async function document(): Promise<Document> {
  return (await request(theatre.url).get('/api/openapi.json').expect(200)).body;
}

describe('the document of the API', () => {
  it('is OpenAPI 3.1 and names every operation that answers', async () => {
    const { openapi, paths } = await document();
    expect(openapi).toBe('3.1.0');
    const routes = apiRoutes({ needs: theatre.needs, csrf: createCsrf(theatre.needs.settings) });
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(described.toSorted()).toEqual(routes.map(({ method, path }) => `${method} /api${path}`).toSorted());
    expect(described.length).toBeGreaterThan(15);
  });

  it('describes no operation that nobody answers', async () => {
    const { paths } = await document();
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { security }] of Object.entries(methods)) {
        const address = path.replace('{reference}', '7K2M-4Q9T').replaceAll(/\{\w+\}/g, '1');
        const door = request(theatre.url);
        const answers: Readonly<Record<string, () => request.Test>> = {
          get: () => door.get(address),
          post: () => door.post(address).send({}),
          put: () => door.put(address).send({}),
          delete: () => door.delete(address),
        };
        const answer = await answers[method]?.();
        expect(answer?.body.code).not.toBe('not-found');
        expect(answer?.status === 401).toBe(security.length > 0);
      }
    }
  });

  it('has a page of our own, under its policy', async () => {
    const { text, headers } = await request(theatre.url).get('/api/docs').expect(200);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(text).not.toMatch(/https?:\/\//);
    await request(theatre.url).get('/api/docs/swagger-ui-bundle.js').expect(200);
  });
});
