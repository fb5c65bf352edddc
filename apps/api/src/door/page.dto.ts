import { type Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PageRequest } from '@dvor/platform';
import { Type as TypeOf } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Which page of a list: the cursor comes from the page before. */
export class PageQuery implements PageRequest {
  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IsOptional()
  @TypeOf(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 50;
}

/** `{ items, nextCursor }` of one kind of item. */
export function PageOf<T>(item: Type<T>) {
  abstract class PageDto {
    @ApiProperty({ type: [item] })
    items: T[];

    @ApiProperty({ type: String, nullable: true, description: '`null` on the last page' })
    nextCursor: string | null;
  }
  return PageDto as Type<PageDto>;
}

/** `{ items }`: a list that always comes whole. */
export function ListOf<T>(item: Type<T>) {
  abstract class ListDto {
    @ApiProperty({ type: [item] })
    items: T[];

    @ApiProperty({ type: 'null', description: 'The list is whole' })
    nextCursor: null;
  }
  return ListDto as Type<ListDto>;
}

/** A list that has no further page. */
export function whole<T>(items: T[]): { items: T[]; nextCursor: null } {
  return { items, nextCursor: null };
}
