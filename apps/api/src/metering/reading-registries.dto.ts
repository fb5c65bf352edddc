import { REGISTRY_OUTCOMES, type RegistryOutcome } from '@dvor/metering';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';
import { ReadingFindingDto } from './readings.dto.js';

class RegistryCountsDto implements Record<RegistryOutcome, number> {
  @ApiProperty(COUNT)
  taken: number;

  @ApiProperty({ ...COUNT, description: 'Stood already' })
  same: number;

  @ApiProperty({ ...COUNT, description: 'Somebody looks at them first' })
  held: number;

  @ApiProperty(COUNT)
  refused: number;
}

export class ReadingRegistryDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  fileName: string;

  @ApiProperty({ ...TEXT, example: 'windows-1251' })
  encoding: string;

  @ApiProperty({ ...COUNT, description: 'Lines of the file' })
  accounts: number;

  @ApiProperty({ type: RegistryCountsDto })
  counts: RegistryCountsDto;

  @ApiProperty(INSTANT)
  receivedAt: Date;

  @ApiProperty(orNull(TEXT))
  receivedBy: string | null;
}

export class ReadingRegistryPageDto extends PageOf(ReadingRegistryDto) {}

export class ReadingRegistryRowDto {
  @ApiProperty(COUNT)
  place: number;

  @ApiProperty({ ...COUNT, description: 'Of the file' })
  line: number;

  @ApiProperty(TEXT)
  account: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty(orNull(TEXT))
  resource: string | null;

  @ApiProperty({ ...TEXT, description: 'As the file says it, zones parted by slashes' })
  value: string;

  @ApiProperty(orNull(DAY))
  date: string | null;

  @ApiProperty({ enum: REGISTRY_OUTCOMES })
  outcome: RegistryOutcome;

  @ApiProperty(orNull(TEXT))
  code: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it is refused, in the reader’s language' })
  detail: string | null;

  @ApiProperty({ type: [ReadingFindingDto] })
  findings: ReadingFindingDto[];
}

export class ReadingRegistryRowPageDto extends PageOf(ReadingRegistryRowDto) {}

export class ReadingRegistryRowsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: REGISTRY_OUTCOMES })
  @IsOptional()
  @IsIn(REGISTRY_OUTCOMES)
  outcome?: RegistryOutcome;
}

export class BringReadingRegistryDto {
  @ApiProperty({ type: String, format: 'binary', description: 'The bank’s file, up to 32 MB' })
  @IsOptional()
  file?: unknown;
}
