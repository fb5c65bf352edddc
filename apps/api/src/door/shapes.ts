import type { ApiPropertyOptions } from '@nestjs/swagger';

/** How values look in JSON, for the OpenAPI document. */
export const ID = { type: String, example: '17' } satisfies ApiPropertyOptions;
export const MONEY = { type: String, example: '1234.50', description: 'Roubles' } satisfies ApiPropertyOptions;
export const NUMBER = { type: String, example: '61.3', description: 'A decimal number' } satisfies ApiPropertyOptions;
export const DAY = { type: String, format: 'date', example: '2026-10-31' } satisfies ApiPropertyOptions;
export const MONTH = { type: String, pattern: '^\\d{4}-\\d{2}$', example: '2026-10' } satisfies ApiPropertyOptions;
export const INSTANT = {
  type: String,
  format: 'date-time',
  example: '2026-10-31T12:00:00.000Z',
} satisfies ApiPropertyOptions;
export const COUNT = { type: 'integer', example: 3 } satisfies ApiPropertyOptions;
export const TEXT = { type: String } satisfies ApiPropertyOptions;

export function orNull(shape: ApiPropertyOptions): ApiPropertyOptions {
  return { ...shape, nullable: true } as ApiPropertyOptions;
}
