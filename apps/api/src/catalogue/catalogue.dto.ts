import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ListOf } from '../door/page.dto.js';
import { COUNT, DAY, ID, NUMBER, orNull, TEXT } from '../door/shapes.js';

export const RATES = {
  type: 'object',
  additionalProperties: { type: 'string' },
  example: { rate: '36.47' },
  description: 'Roubles with VAT per unit, by zone of the meter where there are zones',
} satisfies ApiPropertyOptions;
export const TRAITS = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  example: { stove: 'electric' },
  description: 'Only premises with all of these; empty: all',
} satisfies ApiPropertyOptions;
export const SETTINGS_OF_METHOD = {
  type: 'object',
  additionalProperties: true,
  example: { of: ['cold-water', 'hot-water'] },
  description: 'What the method asks for besides tariffs and norms',
} satisfies ApiPropertyOptions;

export type RatesOfDto = Readonly<Record<string, string>>;
export type TraitsOfDto = Readonly<Record<string, string | number | boolean>>;

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

  @ApiProperty({ ...orNull(COUNT), description: 'One entrance’s own rule' })
  entrance: number | null;

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
