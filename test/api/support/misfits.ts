/** The part of a JSON schema that the API's own document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly format?: string;
  readonly pattern?: string;
}

export type Schemas = Readonly<Record<string, Schema>>;

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  uuid: /^[0-9a-f-]{36}$/,
};

/** Where a value is not as its schema says: a field that is missing, of another type, or that the schema does not know. */
export function misfits(value: unknown, schema: Schema, schemas: Schemas, at = '$'): string[] {
  if (schema.$ref) return misfits(value, schemas[schema.$ref.split('/').at(-1)!]!, schemas, at);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const tried = choices.map((choice) => misfits(value, choice, schemas, at));
    return tried.some((misses) => misses.length === 0) ? [] : tried.sort((a, b) => a.length - b.length)[0]!;
  }
  if (schema.allOf) return schema.allOf.flatMap((part) => misfits(value, part, schemas, at));
  const types = schema.type === undefined ? null : [schema.type].flat();
  if (types && !types.includes(typeOf(value)) && !(types.includes('number') && typeOf(value) === 'integer'))
    return [`${at} is ${typeOf(value)}, not ${types.join(' or ')}`];
  if (schema.enum && !schema.enum.includes(value))
    return [`${at} is ${String(value)}, not one of ${schema.enum.join(', ')}`];
  if (typeof value === 'string') return textMisfits(value, schema, at);
  if (Array.isArray(value))
    return value.flatMap((item, i) => misfits(item, schema.items ?? {}, schemas, `${at}[${i}]`));
  return value !== null && typeof value === 'object' && schema.properties
    ? fieldMisfits(value, schema, schemas, at)
    : [];
}

function textMisfits(value: string, { format = '', pattern }: Schema, at: string): string[] {
  const fits = (FORMATS[format]?.test(value) ?? true) && (pattern === undefined || new RegExp(pattern).test(value));
  return fits ? [] : [`${at} is "${value}", not ${pattern ?? format}`];
}

function fieldMisfits(value: object, schema: Schema, schemas: Schemas, at: string): string[] {
  const known = schema.properties!;
  const missing = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`);
  const fields = Object.entries(value).flatMap(([name, field]) =>
    known[name] ? misfits(field, known[name], schemas, `${at}.${name}`) : [`${at}.${name} is not in the document`],
  );
  return [...missing, ...fields];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
