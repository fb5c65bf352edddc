import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { BANK_CHANGE_STATES, type BankChangeState } from '@dvor/catalogue';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsDay, IsId, IsInn, IsKpp, IsOgrn } from '../door/fields.js';
import { ListOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';
import { DaysDto } from '../housing/basis.dto.js';
import { SupplierNameDto } from './catalogue.dto.js';

export class SupplierQuery extends PageQuery {
  @ApiPropertyOptional({ ...TEXT, description: 'A part of the name or of the INN' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
}

export class NewSupplierDto {
  @ApiProperty({ example: 'МУП «Водоканал»' })
  @IsString()
  @Length(1, 300)
  name: string;

  @ApiProperty({ example: '7707083893' })
  @IsInn()
  inn: string;

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

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;
}

/** What is left out stays as it is. */
export class SupplierChangeDto extends PartialType(NewSupplierDto, { skipNullProperties: false }) {}

class BankAccountDto {
  @ApiProperty({ example: '40702810902000003824' })
  accountNumber: string;

  @ApiProperty({ example: '040173604' })
  bic: string;

  @ApiProperty(TEXT)
  bankName: string;

  @ApiProperty(orNull(TEXT))
  correspondentAccount: string | null;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty(orNull(DAY))
  validTo: string | null;
}

export class BankDetailsDto extends BankAccountDto {}

export class SupplierDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(TEXT)
  inn: string;

  @ApiProperty(orNull(TEXT))
  kpp: string | null;

  @ApiProperty(orNull(TEXT))
  ogrn: string | null;

  @ApiProperty(orNull(TEXT))
  address: string | null;

  @ApiProperty(orNull(TEXT))
  phone: string | null;

  @ApiProperty({ ...COUNT, description: 'Also the ETag' })
  version: number;

  @ApiProperty({ type: BankDetailsDto, nullable: true, description: 'In force today' })
  bankDetails: BankDetailsDto | null;

  @ApiProperty(orNull(TEXT))
  bankName: string | null;

  @ApiProperty(orNull(TEXT))
  bik: string | null;

  @ApiProperty(orNull(TEXT))
  bankAccount: string | null;
}

export class BankDetailsVersionDto extends BankAccountDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty({ ...orNull(INSTANT), description: '`null`: in force' })
  supersededAt: Date | null;
}

export class NewBankChangeDto {
  @ApiProperty({ example: '40702810902000003824' })
  @Matches(/^\d{20}$/)
  accountNumber: string;

  @ApiProperty({ example: '040173604' })
  @Matches(/^\d{9}$/)
  bic: string;

  @ApiProperty(TEXT)
  @IsString()
  @Length(1, 200)
  bankName: string;

  @ApiPropertyOptional(orNull(TEXT))
  @IsOptional()
  @Matches(/^\d{20}$/)
  correspondentAccount?: string | null;

  @ApiProperty({ ...DAY, description: 'From which day money goes there' })
  @IsDay()
  from: string;

  @ApiPropertyOptional({ ...orNull(DAY), description: 'The first day on which it goes there no longer' })
  @IsOptional()
  @IsDay()
  to?: string | null;

  @ApiProperty({ example: 'Письмо поставщика № 12 от 01.11.2026' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class BankChangeQuery extends PageQuery {
  @ApiPropertyOptional({ enum: BANK_CHANGE_STATES })
  @IsOptional()
  @IsIn(BANK_CHANGE_STATES)
  state?: BankChangeState;

  @ApiPropertyOptional(ID)
  @IsOptional()
  @IsId()
  supplierId?: string;
}

export class RejectionDto {
  @ApiProperty({ example: 'Поставщик не подтвердил по телефону' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

class PersonNameDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;
}

export class BankChangeDto extends BankAccountDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ type: SupplierNameDto })
  supplier: SupplierNameDto;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty({ enum: BANK_CHANGE_STATES })
  state: BankChangeState;

  @ApiProperty(INSTANT)
  askedAt: Date;

  @ApiProperty({ type: PersonNameDto })
  askedBy: PersonNameDto;

  @ApiProperty(orNull(INSTANT))
  decidedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  decidedBy: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Why it was rejected' })
  decisionNote: string | null;

  @ApiProperty({ description: 'I asked for it myself' })
  own: boolean;
}

class VatExemptionDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it pays VAT again' })
  validTo: string | null;

  @ApiProperty({ example: 'НК РФ, ст. 145', description: 'What lets it off' })
  basis: string;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;
}

export class NewVatExemptionDto extends DaysDto {
  @ApiProperty({ example: 'НК РФ, ст. 145', description: 'What lets it off' })
  @IsString()
  @Length(1, 300)
  basis: string;
}

export class SupplierListDto extends ListOf(SupplierDto) {}
export class BankDetailsHistoryDto extends ListOf(BankDetailsVersionDto) {}
export class BankChangeListDto extends ListOf(BankChangeDto) {}
export class VatExemptionListDto extends ListOf(VatExemptionDto) {}
