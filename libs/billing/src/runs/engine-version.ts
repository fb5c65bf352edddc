/** Raised when a fix changes what the same facts come to; a replay then names it as the input that differs. */
export const ENGINE_VERSION = '1';
