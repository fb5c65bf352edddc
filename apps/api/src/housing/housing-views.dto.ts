import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType } from '@nestjs/swagger';
import { AGREEMENT_KINDS, type AgreementKind, DOCUMENT_KINDS, type DocumentKind } from '@dvor/housing';
import { IsEmail, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsDay, IsInn, IsKpp, IsOgrn } from '../door/fields.js';
import { ListOf, PageQuery } from '../door/page.dto.js';
import { RecordedDto } from '../door/recorded.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, MONTH, NUMBER, orNull, TEXT } from '../door/shapes.js';
import { BasisDto } from './basis.dto.js';

/** The id of what was made. */
export class MadeDto {
  @ApiProperty(ID)
  id: string;
}

export class OpenedAccountDto extends MadeDto {
  @ApiProperty({ example: '1000000321' })
  number: string;
}

export class OpenedAccountsDto extends ListOf(OpenedAccountDto) {}

/** A fact of an account or its premises, in force or superseded. */
export class TimelineEntryDto extends RecordedDto {
  @ApiProperty({ enum: ['terms', 'ownership', 'residency', 'absence', 'premises', 'agreement', 'succession'] })
  kind: string;

  @ApiProperty(ID)
  id: string;

  @ApiProperty(DAY)
  from: string;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it holds no longer' })
  to: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'A payer, an owner, a resident, the number of an agreement' })
  name: string | null;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { area: '45.30' } })
  values: Readonly<Record<string, string>>;

  @ApiProperty({ ...orNull(TEXT), description: 'The paper it stands on' })
  document: string | null;
}

export class TimelineDto extends ListOf(TimelineEntryDto) {}

// ------------------------------------------------------------------------------------------------------ premises

class PremisesOwnerDto {
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

class PremisesAccountDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  number: string;

  @ApiProperty(TEXT)
  payerName: string;

  @ApiProperty({ ...orNull(TEXT), example: '1/3', description: 'What it bears of the premises; null: all of it' })
  share: string | null;
}

export class PremisesCardDto extends MadeDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty({ enum: ['flat', 'room', 'nonresidential', 'parking', 'common'] })
  kind: string;

  @ApiProperty(TEXT)
  number: string;

  @ApiProperty({ ...orNull(ID), description: 'The communal flat of a room' })
  parentId: string | null;

  @ApiProperty(orNull(COUNT))
  entrance: number | null;

  @ApiProperty(orNull(COUNT))
  floor: number | null;

  @ApiProperty(orNull(TEXT))
  cadastralNumber: string | null;

  @ApiProperty(orNull(TEXT))
  gisId: string | null;

  @ApiProperty(orNull(NUMBER))
  area: string | null;

  @ApiProperty(orNull(NUMBER))
  livingArea: string | null;

  @ApiProperty(orNull(NUMBER))
  heatedArea: string | null;

  @ApiProperty(orNull(COUNT))
  rooms: number | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
    example: { stove: 'electric' },
  })
  traits: Readonly<Record<string, string | number | boolean>>;

  @ApiProperty({ type: [String] })
  meterImpossible: readonly string[];

  @ApiProperty({ description: 'A lawful heat source of its own, or no heaters by the house’s project' })
  ownHeating: boolean;

  @ApiProperty({ type: [PremisesOwnerDto] })
  owners: readonly PremisesOwnerDto[];

  @ApiProperty({ type: [PremisesAccountDto], description: 'Open on the day' })
  accounts: readonly PremisesAccountDto[];
}

// ------------------------------------------------------------------------------------------------------ absences

const WHY_NOTHING = ['metered', 'meter-fits', 'follows-water'] as const;

class LetOffDto {
  @ApiProperty(TEXT)
  service: string;

  @ApiProperty({ ...MONEY, description: 'Below zero' })
  amount: string;
}

class NothingLetOffDto {
  @ApiProperty(TEXT)
  service: string;

  @ApiProperty({ enum: WHY_NOTHING, description: '`meter-fits`: by norm, and no act says that a meter can’t stand' })
  why: (typeof WHY_NOTHING)[number];
}

export class ForeseenAbsenceDto {
  @ApiProperty({ ...COUNT, description: 'Full days away' })
  days: number;

  @ApiProperty({ ...MONEY, description: 'What is let off in all, below zero' })
  amount: string;

  @ApiProperty({ type: [LetOffDto] })
  services: LetOffDto[];

  @ApiProperty({ type: [NothingLetOffDto], description: 'Services by volume that let off nothing' })
  nothing: NothingLetOffDto[];

  @ApiProperty({ type: [String], example: ['2027-03'], description: 'Months that can’t be charged yet' })
  unknown: string[];
}

// ------------------------------------------------------------------------------------------------------- parties

export class PartyFieldsDto {
  @ApiProperty({ enum: ['person', 'firm'] })
  @IsIn(['person', 'firm'])
  kind: 'person' | 'firm';

  @ApiProperty({ example: 'Иванова Мария Петровна' })
  @IsString()
  @Length(1, 300)
  name: string;

  @ApiPropertyOptional(orNull(DAY))
  @IsOptional()
  @IsDay()
  birthDate?: string | null;

  @ApiPropertyOptional({ ...orNull(DAY), description: 'A person has died: nothing is asked of the dead' })
  @IsOptional()
  @IsDay()
  diedOn?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), example: '112-233-445 95' })
  @IsOptional()
  @IsString()
  @MaxLength(14)
  snils?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), example: '7707083893' })
  @IsOptional()
  @IsInn()
  inn?: string | null;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsKpp()
  kpp?: string | null;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsOgrn()
  ogrn?: string | null;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsString()
  @MaxLength(500)
  address?: string | null;

  @ApiPropertyOptional({ ...orNull(TEXT), example: '+79130000000' })
  @IsOptional()
  @Matches(/^\+?[\d ()-]{5,20}$/)
  phone?: string | null;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsEmail()
  email?: string | null;
}

export class NewPartyDto extends IntersectionType(PartyFieldsDto, BasisDto) {}
export class PartyChangeDto extends IntersectionType(PartialType(PartyFieldsDto), BasisDto) {}

export class PartiesQuery extends PageQuery {
  @ApiProperty({ ...TEXT, description: 'Words of the name, or four digits and more of phone, ИНН or СНИЛС' })
  @IsString()
  @Length(2, 200)
  search: string;
}

export class PartyDto extends MadeDto {
  @ApiProperty({ enum: ['person', 'firm'] })
  kind: 'person' | 'firm';

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(orNull(DAY))
  birthDate: string | null;

  @ApiProperty(orNull(DAY))
  diedOn: string | null;

  @ApiProperty(orNull(TEXT))
  snils: string | null;

  @ApiProperty(orNull(TEXT))
  inn: string | null;

  @ApiProperty(orNull(TEXT))
  kpp: string | null;

  @ApiProperty(orNull(TEXT))
  ogrn: string | null;

  @ApiProperty(orNull(TEXT))
  address: string | null;

  @ApiProperty(orNull(TEXT))
  phone: string | null;

  @ApiProperty(orNull(TEXT))
  email: string | null;

  @ApiProperty(COUNT)
  version: number;
}

class FormerPartyDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', nullable: true } })
  was: Readonly<Record<string, string | null>>;

  @ApiProperty(TEXT)
  replacedAt: string;

  @ApiProperty(TEXT)
  reason: string;
}

export class PartyCardDto extends PartyDto {
  @ApiProperty({ type: [FormerPartyDto], description: 'What was written here before, the latest first' })
  former: readonly FormerPartyDto[];
}

export class PartyListDto extends ListOf(PartyDto) {}

// -------------------------------------------------------------------------------------------------------- papers

export class DocumentDto extends MadeDto {
  @ApiProperty({ enum: DOCUMENT_KINDS, enumName: 'DocumentKind' })
  kind: DocumentKind;

  @ApiProperty(orNull(TEXT))
  number: string | null;

  @ApiProperty(DAY)
  dated: string;

  @ApiProperty(orNull(TEXT))
  issuer: string | null;

  @ApiProperty(orNull(TEXT))
  note: string | null;

  @ApiProperty(orNull(ID))
  fileId: string | null;
}

export class AgreementDto extends MadeDto {
  @ApiProperty(ID)
  houseId: string;

  @ApiProperty(orNull(ID))
  premisesId: string | null;

  @ApiProperty({ enum: AGREEMENT_KINDS, enumName: 'AgreementKind' })
  kind: AgreementKind;

  @ApiProperty(TEXT)
  number: string;

  @ApiProperty(DAY)
  signedOn: string;

  @ApiProperty(orNull(TEXT))
  partyName: string | null;

  @ApiProperty(orNull(TEXT))
  supplierName: string | null;

  @ApiProperty(orNull(NUMBER))
  area: string | null;

  @ApiProperty(DAY)
  from: string;

  @ApiProperty(orNull(DAY))
  to: string | null;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(INSTANT))
  supersededAt: Date | null;
}

export class AgreementListDto extends ListOf(AgreementDto) {}

class CertifiedOwnerDto {
  @ApiProperty(TEXT)
  name: string;

  @ApiProperty({ example: '1/2' })
  share: string;
}

class CertifiedPersonDto {
  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(orNull(DAY))
  birthDate: string | null;

  @ApiProperty({ enum: ['permanent', 'temporary'] })
  kind: 'permanent' | 'temporary';

  @ApiProperty(DAY)
  since: string;
}

class CertificateContentDto {
  @ApiProperty(TEXT)
  account: string;

  @ApiProperty(TEXT)
  address: string;

  @ApiProperty(orNull(NUMBER))
  area: string | null;

  @ApiProperty(orNull(NUMBER))
  livingArea: string | null;

  @ApiProperty({ type: [CertifiedOwnerDto] })
  owners: readonly CertifiedOwnerDto[];

  @ApiProperty({ type: [CertifiedPersonDto] })
  people: readonly CertifiedPersonDto[];
}

export class CertificateDto {
  @ApiProperty({ example: '2026/17' })
  number: string;

  @ApiProperty({ enum: ['household', 'registration'] })
  kind: 'household' | 'registration';

  @ApiProperty(DAY)
  on: string;

  @ApiProperty({ type: CertificateContentDto })
  content: CertificateContentDto;

  @ApiProperty(INSTANT)
  issuedAt: Date;

  @ApiProperty(orNull(TEXT))
  issuedBy: string | null;

  @ApiProperty(orNull(TEXT))
  purpose: string | null;
}

export class CertificateListDto extends ListOf(CertificateDto) {}

// ---------------------------------------------------------------------------------------------------- the past

class ChangedSubjectDto {
  @ApiProperty({ enum: ['house', 'premises', 'account', 'party', 'service', 'supplier', 'meter'] })
  type: string;

  @ApiProperty(ID)
  id: string;

  @ApiProperty({ ...TEXT, description: 'A number, an address, a name' })
  label: string;
}

/** Closed months that something was learnt about after they had been calculated. */
export class DirtyMonthsDto {
  @ApiProperty({ type: ChangedSubjectDto })
  subject: ChangedSubjectDto;

  @ApiProperty(MONTH)
  first: string;

  @ApiProperty(MONTH)
  last: string;

  @ApiProperty({ ...COUNT, description: 'How many months' })
  months: number;

  @ApiProperty({ type: [String], description: 'What was changed: kinds of facts', example: ['residencies'] })
  facts: readonly string[];

  @ApiProperty({ type: [String] })
  reasons: readonly string[];

  @ApiProperty(INSTANT)
  changedAt: Date;
}

export class DirtyMonthsListDto extends ListOf(DirtyMonthsDto) {}
