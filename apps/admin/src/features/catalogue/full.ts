/** A field that takes the whole line of its grid. */
export const FULL = { 'data-full': true } as const;
