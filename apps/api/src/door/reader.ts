import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Language, languageOf } from './language.js';

/** The language of whoever reads the answer. */
export const ReaderLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(context.switchToHttp().getRequest()),
);
