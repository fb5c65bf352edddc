/**
 * A broken rule of the trade. `code` is a literal that the HTTP door maps to a status and to a text in the
 * reader's language; `details` are the figures and names that the text is filled with.
 */
export class DomainError<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    readonly details: Readonly<Record<string, DetailValue>> = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'DomainError';
  }
}

export type DetailValue =
  string | number | boolean | null | readonly DetailValue[] | { readonly [key: string]: DetailValue };

/** A state that the program's own logic excludes; never shown to a user as it is. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
