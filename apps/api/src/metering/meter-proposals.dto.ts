import { PROPOSAL_STATES, type ProposalState, type ZonedValue } from '@dvor/metering/core';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsFlag, IsId, IsReadingValue } from '../door/fields.js';
import { PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';
import { LifePaperDto } from './meter-life.dto.js';
import { EarlierReadingDto, RESOURCES, VALUE } from './readings.dto.js';

// ------------------------------------------------------------------------------------------------- what is read

export class ProposedMeterDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: PROPOSAL_STATES })
  state: ProposalState;

  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty({ type: [String], example: ['day', 'night'], description: '`["all"]`: it has none' })
  zones: readonly string[];

  @ApiProperty({ ...COUNT, description: 'Figures before the point' })
  digits: number;

  @ApiProperty({ ...COUNT, description: 'Figures behind the point' })
  scale: number;

  @ApiProperty(DAY)
  installedOn: string;

  @ApiProperty({ ...DAY, description: 'Last good day of its verification' })
  verifiedUntil: string;

  @ApiProperty({ ...VALUE, description: 'What it showed when it was installed' })
  value: ZonedValue;

  @ApiProperty()
  hasPhoto: boolean;

  @ApiProperty()
  hasPassport: boolean;

  @ApiProperty(orNull(TEXT))
  note: string | null;

  @ApiProperty(INSTANT)
  proposedAt: Date;

  @ApiProperty(orNull(INSTANT))
  decidedAt: Date | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it is refused' })
  answer: string | null;
}

class ReplacedMeterDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty({ ...VALUE, nullable: true, description: 'Its last reading, where the resident told it' })
  value: ZonedValue | null;
}

class SameSerialDto {
  @ApiProperty({ enum: ['meter', 'proposal'] })
  of: 'meter' | 'proposal';

  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  address: string;
}

class StandingMeterDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty({ type: [String] })
  zones: readonly string[];

  @ApiProperty({ type: EarlierReadingDto })
  last: EarlierReadingDto;
}

class AccountOfProposalDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  number: string;
}

export class MeterProposalDto extends ProposedMeterDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(ID)
  premisesId: string;

  @ApiProperty({ type: AccountOfProposalDto })
  account: AccountOfProposalDto;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ type: ReplacedMeterDto, nullable: true, description: 'By the resident’s word' })
  replaces: ReplacedMeterDto | null;

  @ApiProperty(TEXT)
  proposedBy: string;

  @ApiProperty(orNull(TEXT))
  decidedBy: string | null;

  @ApiProperty({ ...orNull(ID), description: 'What it became' })
  meterId: string | null;

  @ApiProperty({ type: [SameSerialDto], description: 'Others with the same number' })
  doubles: readonly SameSerialDto[];

  @ApiProperty({ type: [StandingMeterDto], description: 'Meters of the resource that stand in the premises' })
  standing: readonly StandingMeterDto[];
}

export class MeterProposalPageDto extends PageOf(MeterProposalDto) {}

export class MeterProposalsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PROPOSAL_STATES, default: 'open' })
  @IsOptional()
  @IsIn(PROPOSAL_STATES)
  state: ProposalState = 'open';

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ enum: RESOURCES })
  @IsOptional()
  @IsIn(RESOURCES)
  resource?: (typeof RESOURCES)[number];

  @ApiPropertyOptional({ description: 'Only those whose number is a meter’s, or another proposal’s, already' })
  @IsOptional()
  @IsFlag()
  doubled?: boolean;

  @ApiPropertyOptional({ ...TEXT, description: 'The beginning of a number of a meter or of an account' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  search?: string;
}

// ------------------------------------------------------------------------------------------------- what is decided

class ReplacingDto {
  @ApiProperty({ ...ID, description: 'The meter that stood there' })
  @IsId()
  meterId: string;

  @ApiProperty({ ...VALUE, description: 'What it showed last' })
  @IsReadingValue()
  shown: ZonedValue;
}

export class ProposalApprovalDto extends LifePaperDto {
  @ApiProperty({ example: '20-118273' })
  @IsString()
  @Length(1, 40)
  serial: string;

  @ApiPropertyOptional({ ...COUNT, default: 5 })
  @IsOptional()
  @IsInt()
  @Min(3)
  @Max(9)
  digits: number = 5;

  @ApiPropertyOptional({ ...COUNT, default: 3 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4)
  scale: number = 3;

  @ApiProperty({ ...VALUE, example: '0.5' })
  @IsReadingValue()
  shown: ZonedValue;

  @ApiProperty({ ...DAY, description: 'Last good day of its verification' })
  @IsDay()
  verifiedUntil: string;

  @ApiPropertyOptional({ type: [String], example: ['00012345'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  seals?: string[];

  @ApiPropertyOptional({
    type: ReplacingDto,
    nullable: true,
    description: 'Without: it stands beside those that stand',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReplacingDto)
  replaces?: ReplacingDto | null;
}

export class ProposalRefusalDto {
  @ApiProperty({ ...TEXT, description: 'Why, as the resident reads it' })
  @IsString()
  @Length(3, 500)
  answer: string;
}
