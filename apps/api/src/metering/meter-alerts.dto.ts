import {
  ALERT_CAUSES,
  ALERT_KINDS,
  ALERT_RESOLUTIONS,
  ALERT_STATES,
  type AlertKind,
  type AlertState,
  GIVEN_RESOLUTIONS,
} from '@dvor/metering/core';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { IsDay, IsId } from '../door/fields.js';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';

const RESOURCES = ['cold-water', 'hot-water', 'electricity', 'gas', 'heating'] as const;
const LISTED_STATES = ['standing', ...ALERT_STATES] as const;
const UNTIL = { ...orNull(DAY), description: 'The last day on which nothing is told; `null`: it is told again' };

export class MeterAlertsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: LISTED_STATES, default: 'standing', description: '`standing`: new or seen' })
  @IsOptional()
  @IsIn(LISTED_STATES)
  state: AlertState | 'standing' = 'standing';

  @ApiPropertyOptional({ enum: ALERT_KINDS })
  @IsOptional()
  @IsIn(ALERT_KINDS)
  kind?: AlertKind;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ enum: RESOURCES })
  @IsOptional()
  @IsIn(RESOURCES)
  resource?: (typeof RESOURCES)[number];
}

export class MeterAlertDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(ID)
  meterId: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty({ enum: RESOURCES })
  resource: (typeof RESOURCES)[number];

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ type: [String] })
  accountNumbers: readonly string[];

  @ApiProperty({
    enum: ALERT_KINDS,
    description: '`spike`: a month far above the usual and above similar flats; `leak`: water that runs every night',
  })
  kind: AlertKind;

  @ApiProperty({ ...DAY, description: 'Of a spike the day of its reading, of a leak the last night' })
  happenedOn: string;

  @ApiProperty({ enum: ALERT_CAUSES })
  cause: (typeof ALERT_CAUSES)[number];

  @ApiProperty({ ...TEXT, description: 'What was seen' })
  text: string;

  @ApiProperty({ ...TEXT, description: 'What is most likely behind it' })
  causeText: string;

  @ApiProperty({ description: 'The resident is told too' })
  told: boolean;

  @ApiProperty({ enum: ALERT_STATES })
  state: AlertState;

  @ApiProperty({ enum: ALERT_RESOLUTIONS, nullable: true, description: '`gone`: the reading was put right' })
  resolution: (typeof ALERT_RESOLUTIONS)[number] | null;

  @ApiProperty(orNull(TEXT))
  note: string | null;

  @ApiProperty(INSTANT)
  raisedAt: Date;

  @ApiProperty(orNull(INSTANT))
  decidedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  decidedBy: string | null;

  @ApiProperty(UNTIL)
  mutedUntil: string | null;
}

export class MeterAlertPageDto extends PageOf(MeterAlertDto) {}

export class AlertResolutionDto {
  @ApiProperty({ enum: GIVEN_RESOLUTIONS })
  @IsIn(GIVEN_RESOLUTIONS)
  resolution: (typeof GIVEN_RESOLUTIONS)[number];

  @ApiProperty({ ...TEXT, example: 'Заменили арматуру бачка 3 ноября' })
  @IsString()
  @Length(3, 500)
  note: string;
}

export class AlertMuteDto {
  @ApiProperty(UNTIL)
  @IsOptional()
  @IsDay()
  until: string | null;

  @ApiProperty({ ...TEXT, example: 'В квартире ремонт' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class OwnAlertDto {
  @ApiProperty(ID)
  meterId: string;

  @ApiProperty({ enum: ALERT_KINDS })
  kind: AlertKind;

  @ApiProperty({ ...TEXT, description: 'What was seen and what is most likely behind it' })
  text: string;

  @ApiProperty({ ...TEXT, description: 'What to do' })
  advice: string;
}

export class OwnAlertListDto extends ListOf(OwnAlertDto) {}

export class OwnAlertMuteDto {
  @ApiProperty({ ...COUNT, minimum: 0, maximum: 366, description: 'Today and so many days on; 0: I am told again' })
  @IsInt()
  @Min(0)
  @Max(366)
  days: number;
}

export class MutedUntilDto {
  @ApiProperty(UNTIL)
  until: string | null;
}
