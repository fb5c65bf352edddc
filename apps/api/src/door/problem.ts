import { HttpException } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type DetailValue, DomainError } from '@dvor/kernel';
import { sqlStateOf } from '@dvor/platform';
import { fillText } from './fill-text.js';
import type { Language } from './language.js';
import { PROBLEM_TEXTS, STATUS_TEXTS, TITLES } from './problem-texts.js';
import type { ProblemText } from './problem-texts/problem-text.js';
import { FieldProblem, fieldProblems, InvalidRequest } from './validation.js';

/** RFC 9457. The texts are in the reader's language; `code` is for programs. */
export class Problem {
  @ApiProperty({ format: 'uri', example: 'urn:dvor:problem:run.month-closed' })
  type: string;

  @ApiProperty({ example: 'Сейчас это невозможно' })
  title: string;

  @ApiProperty({ example: 409 })
  status: number;

  @ApiProperty({ example: 'Месяц октябрь 2026 закрыт.' })
  detail: string;

  @ApiProperty({ example: 'run.month-closed' })
  code: string;

  @ApiPropertyOptional({ type: [FieldProblem], description: 'Only when the request is not valid (422)' })
  errors?: FieldProblem[];

  @ApiPropertyOptional({ type: Object, description: 'The figures and names the detail is made of' })
  details?: Record<string, DetailValue>;

  @ApiProperty({ description: 'What to name to support; the same as X-Request-Id' })
  traceId: string;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Any error as a problem. An unknown one gives away nothing but its id. */
export function problemOf(error: unknown, language: Language, traceId: string): Problem {
  if (error instanceof InvalidRequest)
    return { ...byStatus(422, language, traceId), errors: fieldProblems(error.errors, language) };
  if (error instanceof DomainError) return domainProblem(error, language, traceId);
  return byStatus(statusOf(error), language, traceId);
}

/** Is it our own fault, and so to be looked at by us? */
export function isUnexpected(error: unknown): boolean {
  if (error instanceof DomainError) return textOf(error.code) === undefined || textOf(error.code)!.status >= 500;
  return !(error instanceof InvalidRequest) && statusOf(error) >= 500;
}

function domainProblem(error: DomainError, language: Language, traceId: string): Problem {
  const text = textOf(error.code);
  if (!text) return byStatus(500, language, traceId);
  return {
    type: `urn:dvor:problem:${error.code}`,
    title: titleOf(text.status, language),
    status: text.status,
    detail: fillText(text[language], error.details, language),
    code: error.code,
    ...atField(error, fillText(text[language], error.details, language)),
    ...(Object.keys(error.details).length > 0 && { details: error.details }),
    traceId,
  };
}

/** Which field of the request the rule was broken in, where the rule knows. */
function atField({ details: { requestField } }: DomainError, message: string): Pick<Problem, 'errors'> {
  return typeof requestField === 'string' ? { errors: [{ field: requestField, message }] } : {};
}

/** What a broken rule says, where it is told beforehand and not thrown. */
export function problemText({ code, details }: DomainError, language: Language): string {
  return fillText(textOf(code)?.[language] ?? code, details, language);
}

function byStatus(asked: number, language: Language, traceId: string): Problem {
  const status = STATUS_TEXTS[asked] ? asked : asked >= 500 ? 500 : 400;
  const { code, [language]: detail } = STATUS_TEXTS[status]!;
  return { type: `urn:dvor:problem:${code}`, title: titleOf(status, language), status, detail, code, traceId };
}

/** Nest's own exceptions, and those of Express's parsers, which carry a plain `status`. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (UNREADABLE.has(sqlStateOf(error) ?? '')) return 400;
  const { status, expose } = (error ?? {}) as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && expose === true ? status : 500;
}

/** The database could not read a value as a number or a date: a cursor that somebody has made up. */
const UNREADABLE = new Set(['22P02', '22003', '22007']);

function textOf(code: string): ProblemText | undefined {
  return (PROBLEM_TEXTS as Readonly<Record<string, ProblemText>>)[code];
}

function titleOf(status: number, language: Language): string {
  return (TITLES[status] ?? TITLES[500])![language];
}
