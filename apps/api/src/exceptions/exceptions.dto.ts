import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';

const STATES = ['open', 'resolved'] as const;

export class ExceptionsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES, default: 'open' })
  @IsOptional()
  @IsIn(STATES)
  state: 'open' | 'resolved' = 'open';

  @ApiPropertyOptional({ ...TEXT, example: 'billing.account-parked' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  kind?: string;
}

export class ResolveDto {
  @ApiProperty({ ...TEXT, description: 'What was done about it' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note: string;
}

class ExceptionObjectDto {
  @ApiProperty({ example: 'account' })
  type: string;

  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '1000000001' })
  label: string;
}

export class ExceptionDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: 'billing.account-parked' })
  kind: string;

  @ApiProperty({ ...TEXT, description: 'What happened and what to mend' })
  reason: string;

  @ApiProperty({ type: ExceptionObjectDto })
  object: ExceptionObjectDto;

  @ApiProperty(INSTANT)
  createdAt: Date;

  @ApiProperty({ ...COUNT, description: 'Seconds' })
  age: number;

  @ApiProperty({ enum: STATES })
  state: 'open' | 'resolved';

  @ApiProperty(orNull(INSTANT))
  resolvedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  resolution: string | null;
}

export class ExceptionPageDto extends PageOf(ExceptionDto) {}
