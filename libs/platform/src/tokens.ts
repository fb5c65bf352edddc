/** Injection tokens of what has no class of its own. */
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
export const CLOCK = Symbol('clock');
export const REDIS = Symbol('redis');
