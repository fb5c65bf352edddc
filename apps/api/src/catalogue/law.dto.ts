import { ApiExtraModels, ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Certainty, LawStanding } from '@dvor/catalogue';
import { IsDefined, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsDay } from '../door/fields.js';
import { ListOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, INSTANT, orNull, TEXT } from '../door/shapes.js';
import { DaysDto } from '../housing/basis.dto.js';

const CERTAINTIES = ['verified', 'corroborated', 'from-memory', 'disputed'] as const satisfies readonly Certainty[];
const STANDINGS = ['holds', 'changes', 'expires', 'expired', 'begins'] as const satisfies readonly LawStanding[];

export class LawCalendarQuery extends PageQuery {
  @ApiPropertyOptional({ ...DAY, description: 'As of this day; without: today' })
  @IsOptional()
  @IsDay()
  on?: string;
}

export class LawVersionDto {
  @ApiProperty({ ...TEXT, example: '9.5' })
  value: string;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it no longer holds' })
  validTo: string | null;

  @ApiProperty(TEXT)
  act: string;

  @ApiProperty(TEXT)
  clause: string;

  @ApiProperty({ enum: CERTAINTIES, description: 'How sure the product is of it' })
  certainty: Certainty;

  @ApiProperty(orNull(TEXT))
  note: string | null;
}

export class LawEntryDto {
  @ApiProperty({ example: 'penalty.rate-cap' })
  code: string;

  @ApiProperty(TEXT)
  title: string;

  @ApiProperty({ enum: STANDINGS, description: 'expires: nothing is known of afterwards; what needs it stops then' })
  standing: LawStanding;

  @ApiProperty({ ...orNull(COUNT), description: 'Until it changes, ends or begins' })
  daysLeft: number | null;

  @ApiProperty({ type: LawVersionDto, nullable: true })
  current: LawVersionDto | null;

  @ApiProperty({ type: LawVersionDto, nullable: true })
  next: LawVersionDto | null;

  @ApiProperty({ type: [LawVersionDto], description: 'By days' })
  versions: LawVersionDto[];
}

export class LawCalendarDto extends ListOf(LawEntryDto) {
  @ApiProperty({ ...COUNT, description: 'Parameters that have run out: what needs them stops' })
  expired: number;

  @ApiProperty({ ...COUNT, description: 'Parameters that change or run out within 90 days' })
  soon: number;
}

// ---------------------------------------------------------------------------------------------------------- settings

const SETTING_VALUE = {
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: { type: 'array', items: { type: 'string' } }, description: 'Services by id, in groups' },
  ],
  example: 'payment-day',
} satisfies ApiPropertyOptions;

type SettingValueOfDto = string | number | boolean | readonly (readonly string[])[];

class ChoiceDto {
  @ApiProperty(SETTING_VALUE)
  value: SettingValueOfDto;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty(orNull(DAY))
  validTo: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'The decision, act or contract' })
  basis: string | null;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;
}

class PossibleDto {
  @ApiProperty({ example: 'payment-day' })
  value: string;

  @ApiProperty({ example: 'На день оплаты' })
  title: string;
}

@ApiExtraModels(PossibleDto)
export class SettingDto {
  @ApiProperty({ example: 'penalty.rate-day' })
  code: string;

  @ApiProperty(TEXT)
  title: string;

  @ApiProperty(TEXT)
  description: string;

  @ApiProperty({ ...TEXT, description: 'What the choice rests on' })
  clause: string;

  @ApiProperty({ enum: ['choice', 'number', 'boolean', 'service-groups'] })
  type: 'choice' | 'number' | 'boolean' | 'service-groups';

  @ApiProperty({ type: [PossibleDto], description: 'Of a choice' })
  choices: PossibleDto[];

  @ApiProperty({ ...orNull(COUNT), description: 'Of a number' })
  least: number | null;

  @ApiProperty({ ...orNull(COUNT), description: 'Of a number; of groups, how many there may be' })
  most: number | null;

  @ApiProperty(SETTING_VALUE)
  default: SettingValueOfDto;

  @ApiProperty({ ...SETTING_VALUE, description: 'What holds today' })
  value: SettingValueOfDto;

  @ApiProperty({ description: 'Nobody has chosen' })
  byDefault: boolean;

  @ApiProperty({ type: [ChoiceDto], description: 'By days' })
  chosen: ChoiceDto[];
}

export class SettingListDto extends ListOf(SettingDto) {}

export class NewChoiceDto extends DaysDto {
  @ApiProperty(SETTING_VALUE)
  @IsDefined()
  value: SettingValueOfDto;

  @ApiPropertyOptional({ ...orNull(TEXT), description: 'The decision, act or contract it rests on' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  basis?: string | null;
}
