import { randomInt } from 'node:crypto';
