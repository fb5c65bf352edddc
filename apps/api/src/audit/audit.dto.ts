import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AuditFilter } from '@dvor/auth';
import type { DetailValue } from '@dvor/kernel';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';

export class AuditQuery extends PageQuery implements AuditFilter {
  @ApiPropertyOptional({ ...TEXT, example: 'run.close' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string;

  @ApiPropertyOptional({ ...TEXT, example: 'run' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  objectType?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  objectId?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsString()
  @MaxLength(20)
  userId?: string;
}

export class AuditEntryDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(INSTANT)
  at: Date;

  @ApiProperty({ ...orNull(ID), description: '`null`: the system itself' })
  userId: string | null;

  @ApiProperty(orNull(TEXT))
  userName: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'The API key it was done by, where a program did it for this user' })
  apiKeyName: string | null;

  @ApiProperty({ example: 'run.close' })
  action: string;

  @ApiProperty({ example: 'run' })
  objectType: string;

  @ApiProperty(ID)
  objectId: string;

  @ApiProperty({ type: Object })
  details: Record<string, DetailValue>;

  @ApiProperty(orNull(TEXT))
  requestId: string | null;
}

export class AuditPageDto extends PageOf(AuditEntryDto) {}

export class AuditVerdictDto {
  @ApiProperty({ description: 'The chain holds' })
  ok: boolean;

  @ApiPropertyOptional({ ...COUNT, description: 'Seals that hold' })
  sealed?: number;

  @ApiPropertyOptional({ ...COUNT, description: 'The first seal that does not fit' })
  seal?: number;

  @ApiPropertyOptional({ enum: ['changed', 'missing', 'unlinked'] })
  reason?: 'changed' | 'missing' | 'unlinked';
}
