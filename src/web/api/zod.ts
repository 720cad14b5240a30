import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';

// Once, before any schema is made: schemas of the API can then be named.
extendZodWithOpenApi(z);

export { z };
