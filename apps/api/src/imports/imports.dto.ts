import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type ColumnMap,
  IMPORT_KINDS,
  IMPORT_STATES,
  type ImportKind,
  type ImportState,
  type ImportSummary,
  TOLD_ENCODINGS,
  type ToldEncoding,
} from '@dvor/exchange';
import type { ServiceId, SupplierId } from '@dvor/kernel';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsId } from '../door/fields.js';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { COUNT, DAY, ID, INSTANT, MONEY, NUMBER, orNull, TEXT } from '../door/shapes.js';

const KIND = { enum: IMPORT_KINDS, enumName: 'ImportKind' };
const MAP = {
  type: 'object',
  additionalProperties: { type: 'integer' },
  example: { number: 0, address: 1 },
} as const;

export class UploadImportDto {
  @ApiProperty(KIND)
  @IsIn(IMPORT_KINDS)
  kind: ImportKind;

  @ApiPropertyOptional({ ...TEXT, description: 'Sheet of a workbook; else its first one that is not empty' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  sheet?: string;

  @ApiProperty({ type: String, format: 'binary', description: 'XLSX, CSV or DBF, up to 40 MB' })
  @IsOptional()
  file?: unknown;
}

export class ImportsQuery extends PageQuery {
  @ApiPropertyOptional(KIND)
  @IsOptional()
  @IsIn(IMPORT_KINDS)
  kind?: ImportKind;
}

export class ImportProblemsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['error', 'warning'] })
  @IsOptional()
  @IsIn(['error', 'warning'])
  severity?: 'error' | 'warning';

  @ApiPropertyOptional({ ...TEXT, example: 'inn.wrong' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  code?: string;
}

export class ImportSettingsDto {
  @ApiPropertyOptional({ ...DAY, description: 'From which day on the file is true, where no column tells' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ ...TEXT, example: 'г. Барнаул', description: 'Of addresses without a city' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  city?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Make houses that are not in the books' })
  @IsOptional()
  @IsBoolean()
  makeHouses?: boolean;

  @ApiPropertyOptional({ ...ID, type: String, description: 'Service of opening balances, where no column tells' })
  @IsOptional()
  @IsId()
  serviceId?: ServiceId;

  @ApiPropertyOptional({ ...ID, type: String, description: 'Recipient of opening balances, where no column tells' })
  @IsOptional()
  @IsId()
  supplierId?: SupplierId;
}

export class MapImportDto {
  @ApiProperty({ ...MAP, description: 'Which column, from 0, each field is read from' })
  @IsObject()
  map: Record<string, number>;

  @ApiProperty({ type: ImportSettingsDto })
  @ValidateNested()
  @Type(() => ImportSettingsDto)
  settings: ImportSettingsDto;

  @ApiPropertyOptional({ ...TEXT, description: 'Whose table it is: the next one with these headings needs nothing' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  sourceName?: string;
}

const ENCODING = { enum: TOLD_ENCODINGS, enumName: 'ToldEncoding' };
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'ibm866', 'koi8-r'];

export class ReadImportDto {
  @ApiProperty({ ...ENCODING, nullable: true, description: 'Of a text or DBF; `null`: found out by its letters' })
  @IsOptional()
  @IsIn(TOLD_ENCODINGS)
  encoding: ToldEncoding | null;

  @ApiProperty({ ...orNull(COUNT), description: 'Line that the headings stand in; 0: none; `null`: found out' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  headingLine: number | null;
}

export class ImportSampleQuery {
  @ApiPropertyOptional({ type: Boolean, description: 'From the first line of the file instead of below its headings' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @IsBoolean()
  fromTop?: boolean;
}

class VerdictsDto {
  @ApiProperty(COUNT)
  new: number;

  @ApiProperty(COUNT)
  change: number;

  @ApiProperty({ ...COUNT, description: 'Stand in the books as they are' })
  same: number;

  @ApiProperty(COUNT)
  bad: number;
}

class ImportTotalsDto {
  @ApiProperty(COUNT)
  rows: number;

  @ApiProperty({ ...COUNT, description: 'Accounts, premises, people, meters: what the load is of' })
  things: number;

  @ApiProperty({ ...NUMBER, description: 'm²' })
  area: string;

  @ApiProperty(COUNT)
  persons: number;

  @ApiProperty(MONEY)
  amount: string;

  @ApiProperty(MONEY)
  penalty: string;

  @ApiProperty({ type: VerdictsDto })
  verdicts: VerdictsDto;

  @ApiProperty({ ...COUNT, description: 'Rows with an error' })
  withErrors: number;

  @ApiProperty({ ...COUNT, description: 'Rows with something to look at' })
  withWarnings: number;
}

class ImportFailureDto {
  @ApiProperty({ example: 'import.built-on' })
  code: string;

  @ApiProperty({ ...TEXT, description: 'In the reader’s language' })
  text: string;
}

class ImportNoteDto {
  @ApiProperty({ example: 'encoding-differs' })
  code: string;

  @ApiProperty({ ...TEXT, description: 'In the reader’s language' })
  text: string;
}

export class ImportDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(KIND)
  kind: ImportKind;

  @ApiProperty({ enum: IMPORT_STATES, enumName: 'ImportState' })
  state: ImportState;

  @ApiProperty(TEXT)
  fileName: string;

  @ApiProperty({ enum: ['xlsx', 'csv', 'dbf'] })
  format: 'xlsx' | 'csv' | 'dbf';

  @ApiProperty(orNull(TEXT))
  sheet: string | null;

  @ApiProperty({ ...orNull(TEXT), description: 'Whose table it is; its map was remembered' })
  sourceName: string | null;

  @ApiProperty({ ...ENCODING, nullable: true, description: 'As it was told to be read; `null`: found out' })
  toldEncoding: ToldEncoding | null;

  @ApiProperty({ ...orNull(COUNT), description: 'As it was told; 0: no headings; `null`: found out' })
  toldHeadingLine: number | null;

  @ApiProperty({ enum: ENCODINGS, nullable: true, description: 'As the file was read' })
  encoding: ImportSummary['encoding'];

  @ApiProperty({ ...orNull(COUNT), description: 'Line of the headings, as the file was read; 0: none' })
  headingLine: number | null;

  @ApiProperty({ type: [String] })
  headings: readonly string[];

  @ApiProperty(MAP)
  map: ColumnMap;

  @ApiProperty({ type: ImportSettingsDto })
  settings: ImportSettingsDto;

  @ApiProperty({ type: [ImportNoteDto], description: 'What was met while opening the file' })
  notes: ImportNoteDto[];

  @ApiProperty({ ...COUNT, description: 'Rows of the step that is going on' })
  rowsDone: number;

  @ApiProperty({ ...orNull(COUNT), description: '`null` until the file has been read to its end' })
  rowsTotal: number | null;

  @ApiProperty({ type: ImportTotalsDto, nullable: true })
  totals: ImportTotalsDto | null;

  @ApiProperty({ type: ImportFailureDto, nullable: true, description: 'What stopped the last step' })
  failure: ImportFailureDto | null;

  @ApiProperty(INSTANT)
  createdAt: Date;

  @ApiProperty(orNull(TEXT))
  createdBy: string | null;

  @ApiProperty(orNull(INSTANT))
  checkedAt: Date | null;

  @ApiProperty(orNull(INSTANT))
  appliedAt: Date | null;

  @ApiProperty(orNull(INSTANT))
  undoneAt: Date | null;

  @ApiProperty({ ...orNull(INSTANT), description: 'Since then the file, its rows and their problems are gone' })
  rowsClearedAt: Date | null;
}

class ImportFieldDto {
  @ApiProperty({ example: 'number' })
  name: string;

  @ApiProperty({ ...TEXT, description: 'In the reader’s language' })
  title: string;
}

export class ImportDetailDto extends ImportDto {
  @ApiProperty({ type: [ImportFieldDto], description: 'What can be read from this kind of table' })
  fields: ImportFieldDto[];

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    description: 'Of each group one field must be read from the file',
  })
  needed: readonly (readonly string[])[];

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    description: 'Of each group one field must be mapped before the file can be checked',
  })
  missing: readonly (readonly string[])[];
}

export class ImportProblemDto {
  @ApiProperty({ ...COUNT, description: 'Of the file' })
  line: number;

  @ApiProperty({ ...orNull(TEXT), description: 'Heading of the column' })
  column: string | null;

  @ApiProperty(orNull(TEXT))
  value: string | null;

  @ApiProperty({ enum: ['error', 'warning'] })
  severity: 'error' | 'warning';

  @ApiProperty({ example: 'house.unknown' })
  code: string;

  @ApiProperty({ ...TEXT, description: 'What is wrong, in the reader’s language' })
  reason: string;

  @ApiProperty({ ...TEXT, description: 'What to do' })
  mend: string;
}

class ImportProblemKindDto {
  @ApiProperty({ example: 'inn.wrong' })
  code: string;

  @ApiProperty({ enum: ['error', 'warning'] })
  severity: 'error' | 'warning';

  @ApiProperty({ ...TEXT, description: 'In the reader’s language' })
  title: string;

  @ApiProperty(COUNT)
  count: number;
}

class ImportSampleRowDto {
  @ApiProperty({ ...COUNT, description: 'Of the file' })
  line: number;

  @ApiProperty({ type: [String], description: 'Up to the last filled cell' })
  cells: readonly string[];
}

export class ImportProblemKindListDto extends ListOf(ImportProblemKindDto) {}
export class ImportSampleDto extends ListOf(ImportSampleRowDto) {}
export class ImportPageDto extends PageOf(ImportDto) {}
export class ImportProblemPageDto extends PageOf(ImportProblemDto) {}
