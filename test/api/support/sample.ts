import type { Schema, Schemas } from './misfits.js';

interface Described extends Schema {
  readonly example?: unknown;
}

/** A value that the document promises to be acceptable: its examples, and the plainest of what is required. */
export function sampleOf(schema: Described, schemas: Schemas): unknown {
  if (schema.$ref) return sampleOf(schemas[schema.$ref.split('/').at(-1)!]!, schemas);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  if (schema.allOf?.length === 1) return sampleOf(schema.allOf[0]!, schemas);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, schemas)));
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return sampleOf(choice, schemas);
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties![name]!, schemas)]),
      );
    case 'array':
      return [sampleOf(schema.items ?? {}, schemas)];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return false;
    default:
      return 'a text';
  }
}
