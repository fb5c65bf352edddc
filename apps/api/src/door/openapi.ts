import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem, PROBLEM_MEDIA_TYPE } from './problem.js';

export type OpenApiDocument = OpenAPIObject;

const DESCRIPTION = `Billing for housing and utilities. Money and volumes are strings, days are \`2026-10-31\`, months \`2026-10\`.
Lists are \`{ items, nextCursor }\`. Errors are \`application/problem+json\` (RFC 9457) in the language of \`Accept-Language\`
(\`ru\` by default, \`en\`). Any write takes an \`Idempotency-Key\`: the same key and body is done once.`;

/** The API described by its own code. */
export function describeApi(app: INestApplication): OpenApiDocument {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Dvor')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({
      type: 'http',
      description:
        '`accessToken` of /auth/sign-in or /auth/refresh, or an API key `dvor_live_…` of /api-keys where `x-access` is a permission: the key has its own scopes, addresses, expiry and requests a minute',
    })
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    extraModels: [Problem],
    operationIdFactory: (_controller, method) => method,
  });
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item as Record<string, Operation>))
      describeRefusals({ path, method, operation });
  return document;
}

interface Operation {
  security?: unknown[];
  requestBody?: unknown;
  parameters?: { in: string; name: string; required?: boolean; schema?: object; description?: string }[];
  responses: Record<string, { description: string }>;
}

const OPTIONAL_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Names the request: the same key and body is done once and answered the same for 24 hours',
  schema: { type: 'string', maxLength: 255 },
};

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The Idempotency-Key is missing',
  401: 'Nobody is signed in, the session has ended, or the API key is unknown, expired or revoked',
  403: 'The role or the scopes of the API key do not allow it, or the key comes from a foreign address',
  404: 'There is no such thing, or it is somebody else’s',
  409: 'Not possible as things stand, or the same request is still in progress',
  412: 'It has been changed since it was read',
  422: 'The request is not valid; `errors` names the fields',
  429: 'Too many requests; `Retry-After` tells when to try again',
};

/** Refusals follow from what an operation is, so they are written down for all in one place. */
function describeRefusals({ path, method, operation }: { path: string; method: string; operation: Operation }): void {
  operation.security ??= []; // said of what is open to everybody
  const closed = operation.security.length > 0;
  if (!path.startsWith('/api/')) return;
  const takes = (place: string, name?: string) =>
    (operation.parameters ?? []).some((one) => one.in === place && (!name || one.name === name));
  const statuses = [
    ...(takes('header', 'Idempotency-Key') ? [400] : []),
    ...(closed ? [401, 403] : []),
    ...(takes('path') ? [404] : []),
    ...(method === 'get' ? [] : [409]),
    ...(takes('header', 'If-Match') ? [412] : []),
    ...(operation.requestBody || takes('query') ? [422] : []),
    429,
  ];
  if (method !== 'get' && closed && !takes('header', 'Idempotency-Key'))
    operation.parameters = [...(operation.parameters ?? []), OPTIONAL_KEY];
  for (const response of Object.values(operation.responses)) response.description ||= 'Done';
  for (const status of statuses) operation.responses[status] ??= refusal(REFUSALS[status]!);
  operation.responses['default'] ??= refusal('Any other refusal or failure');
}

function refusal(description: string): { description: string; content: object } {
  return { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } };
}
