export {
  type ApiClient,
  type ApiClientOptions,
  createApiClient,
  type Problem,
  type Schemas,
} from './create-api-client.js';
export type { components, operations, paths } from './schema.js';
