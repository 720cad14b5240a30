import { OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { ApiRoute } from './route';

/** OpenAPI 3.1, made from the very schemas that read the requests. */
export function apiDocument(routes: readonly ApiRoute[], publicUrl: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key made with `contremarque api-key add`.',
  });
  for (const route of routes) registry.registerPath(route.document);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Contremarque',
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Times are ISO 8601 in UTC, amounts are integer euro cents. Errors are RFC 9457 problems; decide by `code`, show `title`.',
    },
    servers: [{ url: publicUrl }],
  });
}
