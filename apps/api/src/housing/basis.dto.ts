import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type DocumentId, DomainError, type Interval, parseDate } from '@dvor/kernel';
import type { Recording } from '@dvor/platform';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsDay, IsId, IsInstant } from '../door/fields.js';
import { DAY, ID, INSTANT, orNull } from '../door/shapes.js';

/** On what ground a fact is entered: it stays with the fact. */
export class BasisDto {
  @ApiProperty({ example: 'Заявление собственника', description: 'Why; it stays with the fact' })
  @IsString()
  @Length(3, 500)
  reason: string;

  @ApiPropertyOptional({ ...orNull(ID), description: 'The paper that says so' })
  @IsOptional()
  @IsId()
  documentId?: string | null;
}

/** From which day something is otherwise. */
export class FromDayDto extends BasisDto {
  @ApiProperty(DAY)
  @IsDay()
  from: string;
}

/** Over which days something was, or will be, otherwise. */
export class DaysDto extends FromDayDto {
  @ApiPropertyOptional({ ...orNull(DAY), description: 'The first day on which it holds no longer; without: for ever' })
  @IsOptional()
  @IsDay()
  to?: string | null;
}

/** As of which day, and as it was known when. */
export class AsOfQuery {
  @ApiPropertyOptional({ ...DAY, description: 'As of this day; without: today' })
  @IsOptional()
  @IsDay()
  on?: string;

  @ApiPropertyOptional({ ...INSTANT, description: 'As it was known at this instant; without: as it is known now' })
  @IsOptional()
  @IsInstant()
  known?: string;
}

export function recordingOf({ reason, documentId }: BasisDto, staff: StaffCaller): Recording {
  return { by: staff.userId, reason, documentId: (documentId ?? null) as DocumentId | null };
}

/** @throws DomainError `days.backwards` */
export function daysOfDto({ from, to }: Pick<DaysDto, 'from' | 'to'>): Interval {
  if (to && to <= from) throw new DomainError('days.backwards', { from, to });
  return { from: parseDate(from), to: to ? parseDate(to) : null };
}
