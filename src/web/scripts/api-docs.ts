/** swagger-ui-bundle.js, which the page loads before. */
declare const SwaggerUIBundle: (options: { readonly url: string; readonly dom_id: string; readonly deepLinking: boolean }) => void;

SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger', deepLinking: true });
