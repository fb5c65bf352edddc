import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { GAP_CAUSES, RUN_STATES } from '@dvor/billing';
import { IsMonth } from '../door/fields.js';
import { COUNT, ID, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';

export class ImbalanceQuery {
  @ApiPropertyOptional({ ...MONTH, description: 'Without: the last month that was closed' })
  @IsOptional()
  @IsMonth()
  period?: string;
}

class GapFlatDto {
  @ApiProperty(ID)
  accountId: string;

  @ApiProperty({ example: '1000000001' })
  number: string;

  @ApiProperty({ ...TEXT, description: 'Number of the premises' })
  premises: string;

  @ApiProperty(orNull(COUNT))
  entrance: number | null;

  @ApiProperty(NUMBER)
  billed: string;

  @ApiProperty({ ...orNull(NUMBER), description: 'What it uses as a rule; `null`: not known' })
  usual: string | null;

  @ApiProperty({ ...NUMBER, description: 'What of the gap is its own' })
  volume: string;
}

class GapCauseDto {
  @ApiProperty({ enum: GAP_CAUSES })
  kind: (typeof GAP_CAUSES)[number];

  @ApiProperty({ ...NUMBER, description: 'Above zero it makes the gap wider, below zero narrower' })
  volume: string;

  @ApiProperty({ type: [GapFlatDto], description: 'The furthest first' })
  flats: GapFlatDto[];
}

class EntranceGapDto {
  @ApiProperty({ ...orNull(COUNT), description: '`null`: of premises whose entrance is not known' })
  entrance: number | null;

  @ApiProperty({ ...NUMBER, description: 'What its flats make of the gap' })
  volume: string;

  @ApiProperty({ ...COUNT, description: 'Flats that make something of it' })
  flats: number;
}

class ResourceGapDto {
  @ApiProperty({ example: 'cold-water' })
  resource: string;

  @ApiProperty({ example: 'м³' })
  unit: string;

  @ApiProperty({ ...orNull(NUMBER), description: 'By the house’s meters; `null`: not all of them were read' })
  house: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'What the flats were charged for' })
  flats: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'The house less the flats' })
  gap: string | null;

  @ApiProperty({ type: [GapCauseDto], description: 'The greatest first, what nothing explains last; they add up' })
  causes: GapCauseDto[];

  @ApiProperty({ type: [EntranceGapDto] })
  entrances: EntranceGapDto[];
}

export class HouseImbalanceDto {
  @ApiProperty(MONTH)
  period: string;

  @ApiProperty({ enum: RUN_STATES, nullable: true, description: '`null`: the month was not calculated' })
  runState: (typeof RUN_STATES)[number] | null;

  @ApiProperty({ type: [ResourceGapDto], description: 'Those that the house has meters of' })
  resources: ResourceGapDto[];
}
