import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, NUMBER, orNull, TEXT } from '../door/shapes.js';

const RATES: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: { type: 'string' },
  example: { rate: '36.47' },
  description: 'Roubles with VAT per unit, by zone of the meter where there are zones',
};
const TRAITS: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  example: { stove: 'electric' },
  description: 'Only premises with all of these; empty: all',
};

/** A service as other things name it. */
export class ServiceNameDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: 'cold-water' })
  code: string;

  @ApiProperty({ example: 'Холодное водоснабжение' })
  name: string;

  @ApiProperty({ example: 'м³' })
  unit: string;
}

export class ServiceDto extends ServiceNameDto {
  @ApiProperty({ ...orNull(TEXT), example: 'cold-water' })
  resource: string | null;

  @ApiProperty({ example: 'communal', description: 'Part of the receipt' })
  section: string;

  @ApiProperty({ ...COUNT, description: 'Order on the receipt' })
  position: number;

  @ApiProperty({ description: 'No longer charged' })
  archived: boolean;
}

export class BankDetailsDto {
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

  @ApiProperty({ type: BankDetailsDto, nullable: true, description: 'In force today' })
  bankDetails: BankDetailsDto | null;

  @ApiProperty(orNull(TEXT))
  bankName: string | null;

  @ApiProperty(orNull(TEXT))
  bik: string | null;

  @ApiProperty(orNull(TEXT))
  bankAccount: string | null;
}

class DatedDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ type: ServiceNameDto })
  service: ServiceNameDto;

  @ApiProperty(TRAITS)
  appliesTo: Readonly<Record<string, string | number | boolean>>;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty({ ...orNull(DAY), description: 'The first day on which it no longer holds' })
  validTo: string | null;

  @ApiProperty({ ...TEXT, description: 'The act or agreement that sets it' })
  source: string;

  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;

  @ApiProperty(TEXT)
  reason: string;
}

export class TariffDto extends DatedDto {
  @ApiProperty({ ...NUMBER, description: 'Roubles per unit; the first zone of a tariff with zones' })
  rate: string;

  @ApiProperty(RATES)
  rates: Readonly<Record<string, string>>;
}

export class NormDto extends DatedDto {
  @ApiProperty(NUMBER)
  value: string;

  @ApiProperty({ example: 'м³' })
  unit: string;
}

export class ServiceListDto extends ListOf(ServiceDto) {}
export class SupplierListDto extends ListOf(SupplierDto) {}
export class TariffListDto extends ListOf(TariffDto) {}
export class NormListDto extends ListOf(NormDto) {}

export class SupplierNameDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;
}

export class HouseServiceDto {
  @ApiProperty({ type: ServiceNameDto })
  service: ServiceNameDto;

  @ApiProperty({ type: SupplierNameDto })
  supplier: SupplierNameDto;

  @ApiProperty({ ...orNull(ID), description: 'One premises’ own rule; `null`: the house’s' })
  premisesId: string | null;

  @ApiProperty({ type: [String], example: ['flat', 'room'] })
  premisesKinds: readonly string[];

  @ApiProperty({ example: 'metered', description: 'A method of the calculation core' })
  method: string;

  @ApiProperty(DAY)
  validFrom: string;

  @ApiProperty(orNull(DAY))
  validTo: string | null;

  @ApiProperty({ ...orNull(NUMBER), description: 'Roubles per unit; `null`: there is no tariff' })
  rate: string | null;

  @ApiProperty(orNull(RATES))
  rates: Readonly<Record<string, string>> | null;

  @ApiProperty({ ...orNull(TEXT), description: 'The act or agreement that sets the rate' })
  rateSource: string | null;
}

export class HouseServiceListDto extends ListOf(HouseServiceDto) {}

/** The rate as one figure; that of the first zone where there are several. */
export function firstRate(rates: Readonly<Record<string, string>>): string {
  return rates['rate'] ?? Object.values(rates)[0] ?? '0';
}
