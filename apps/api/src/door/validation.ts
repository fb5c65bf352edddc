import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { fillText } from './fill-text.js';
import type { Language } from './language.js';
import { CONSTRAINT_TEXTS } from './validation-texts.js';

/** What is wrong with one field of a request. */
export class FieldProblem {
  @ApiProperty({ description: 'The field of the request, a path for nested ones', example: 'organization.inn' })
  field: string;

  @ApiProperty({ example: 'Неверный ИНН' })
  message: string;
}

/** A body or a query that does not fit its DTO. */
export class InvalidRequest extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('the request is not valid');
  }
}

/** Unknown fields are refused, so that a misspelt one is never silently dropped. */
@Injectable()
export class RequestValidation implements PipeTransform {
  private readonly pipe = new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: true, value: false },
    exceptionFactory: (errors) => new InvalidRequest(errors),
  });

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return this.pipe.transform(value, metadata);
  }
}

/** Every field that is wrong, with a sentence in the reader's language. */
export function fieldProblems(errors: readonly ValidationError[], language: Language, path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const [broken] = Object.keys(error.constraints ?? {}).sort((a, b) => rank(a) - rank(b));
    const own = broken ? [{ field, message: messageOf(error, broken, language) }] : [];
    return [...own, ...fieldProblems(error.children ?? [], language, field)];
  });
}

/** Of several broken constraints the plainest is told: an empty field is to be filled in before it is too short. */
function rank(constraint: string): number {
  const place = Object.keys(CONSTRAINT_TEXTS).indexOf(constraint);
  return place < 0 ? Infinity : place;
}

function messageOf(error: ValidationError, constraint: string, language: Language): string {
  const text = CONSTRAINT_TEXTS[constraint] ?? CONSTRAINT_TEXTS['unknown']!;
  const [first, second] = argumentsOf(error, constraint);
  return fillText(text[language], { 1: shown(first), 2: shown(second) }, language);
}

/** What a constraint was declared with: the 8 of `@MinLength(8)`. */
function argumentsOf(error: ValidationError, constraint: string): unknown[] {
  if (!error.target) return [];
  return (
    getMetadataStorage()
      .getTargetValidationMetadatas(error.target.constructor, '', false, false)
      .find((rule) => rule.propertyName === error.property && rule.name === constraint)?.constraints ?? []
  );
}

function shown(argument: unknown): string {
  return Array.isArray(argument) ? argument.join(', ') : String(argument ?? '');
}
