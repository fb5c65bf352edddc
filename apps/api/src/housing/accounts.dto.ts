import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsId } from '../door/fields.js';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';

export class AccountsQuery extends PageQuery {
  @ApiPropertyOptional({ ...TEXT, description: 'Words of the number, the address or the payer’s name, in any order' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  houseId?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Only those that lack an ЕЛС or an ИЖКУ' })
  @IsOptional()
  @Transform(({ value }) => value === 'true' || value === true)
  @IsBoolean()
  withoutStateIds?: boolean;
}

export class AccountDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '1000000001' })
  number: string;

  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(ID)
  premisesId: string;

  @ApiProperty({ example: 'г. Барнаул, ул. Северная, д. 15, кв. 3' })
  address: string;

  @ApiProperty({ example: 'кв. 3' })
  premisesName: string;

  @ApiProperty({ example: '3' })
  premisesNumber: string;

  @ApiProperty(orNull(TEXT))
  payerName: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'm², of the whole premises' })
  area: string | null;

  @ApiProperty({ ...orNull(TEXT), example: '1/3', description: 'What it bears of the premises; null: all of it' })
  share: string | null;

  @ApiProperty({ ...COUNT, description: 'Registered people' })
  persons: number;

  @ApiProperty({ ...MONEY, description: 'Roubles owed; negative: paid ahead' })
  balance: string;

  @ApiProperty({ enum: ['open', 'closed', 'not-yet-open'] })
  state: 'open' | 'closed' | 'not-yet-open';

  @ApiProperty(orNull(DAY))
  openedOn: string | null;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it is no longer open' })
  closedOn: string | null;
}

class HouseNameDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  address: string;
}

class AccountPremisesDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: ['flat', 'room', 'nonresidential', 'parking', 'common'] })
  kind: string;

  @ApiProperty(TEXT)
  number: string;

  @ApiProperty(orNull(COUNT))
  entrance: number | null;

  @ApiProperty(orNull(COUNT))
  floor: number | null;

  @ApiProperty(orNull(NUMBER))
  area: string | null;

  @ApiProperty(orNull(NUMBER))
  livingArea: string | null;

  @ApiProperty(orNull(NUMBER))
  heatedArea: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
    example: { stove: 'electric' },
    description: 'What tariffs and norms look at',
  })
  traits: Readonly<Record<string, string | number | boolean>>;
}

class PayerDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;
}

class OwnerDto {
  @ApiProperty(ID)
  partyId: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty({ example: '1/3' })
  share: string;

  @ApiProperty(DAY)
  from: string;

  @ApiProperty(orNull(DAY))
  to: string | null;
}

class ResidentDto {
  @ApiProperty(ID)
  partyId: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty({ enum: ['permanent', 'temporary'] })
  kind: 'permanent' | 'temporary';

  @ApiProperty(DAY)
  from: string;

  @ApiProperty(orNull(DAY))
  to: string | null;
}

class AbsenceDto {
  @ApiProperty(ID)
  partyId: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty({ ...DAY, description: 'The day of leaving' })
  from: string;

  @ApiProperty({ ...DAY, description: 'The day of coming back' })
  until: string;

  @ApiProperty({ ...DAY, description: 'When the recalculation was asked for' })
  appliedOn: string;
}

class LastReadingDto {
  @ApiProperty(DAY)
  date: string;

  @ApiProperty({ example: '123.456', description: 'What the dial showed; by zones, parted by ` / `' })
  value: string;
}

export class MeterDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  serial: string;

  @ApiProperty({ example: 'Холодная вода', description: 'What it measures, in the reader’s language' })
  service: string;

  @ApiProperty({ example: 'cold-water' })
  resource: string;

  @ApiProperty(DAY)
  installedOn: string;

  @ApiProperty(orNull(DAY))
  removedOn: string | null;

  @ApiProperty({ ...orNull(DAY), description: 'Last good day of its verification' })
  verifiedUntil: string | null;

  @ApiProperty({ type: LastReadingDto, nullable: true })
  lastReading: LastReadingDto | null;
}

export class MeterListDto extends ListOf(MeterDto) {}

export class AccountCardDto extends AccountDto {
  @ApiProperty({ type: HouseNameDto })
  house: HouseNameDto;

  @ApiProperty({ type: AccountPremisesDto })
  premises: AccountPremisesDto;

  @ApiProperty({ type: PayerDto, nullable: true })
  payer: PayerDto | null;

  @ApiProperty({ type: [OwnerDto] })
  owners: OwnerDto[];

  @ApiProperty({ type: [ResidentDto] })
  residents: ResidentDto[];

  @ApiProperty({ type: [AbsenceDto] })
  absences: AbsenceDto[];

  @ApiProperty({ ...orNull(TEXT), description: 'ЕЛС' })
  els: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Идентификатор ЖКУ' })
  izhku: string | null;

  @ApiProperty({ type: [MeterDto] })
  meters: MeterDto[];

  @ApiProperty({ ...orNull(MONEY), description: 'Roubles of the last month that has been calculated' })
  chargedThisMonth: string | null;

  @ApiProperty({ ...orNull(MONTH), description: 'The month of `chargedThisMonth`' })
  chargedPeriod: string | null;
}

export class AccountPageDto extends PageOf(AccountDto) {}
