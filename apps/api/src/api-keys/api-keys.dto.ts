import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type ApiKey, KEY_SCOPES, type Permission } from '@dvor/auth';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { AreAddressRanges, IsInstant } from '../door/fields.js';
import { PageOf } from '../door/page.dto.js';
import { COUNT, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';

const SCOPES = { enum: KEY_SCOPES, enumName: 'KeyScope', isArray: true, example: ['account.read'] };
const ADDRESSES = { ...TEXT, isArray: true, example: ['203.0.113.0/24'] };

export class NewApiKeyDto {
  @ApiProperty({ ...TEXT, example: 'Обмен с 1С' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({ ...SCOPES, description: 'No more than whoever makes the key may do' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(KEY_SCOPES, { each: true })
  scopes: Permission[];

  @ApiPropertyOptional({ ...ADDRESSES, description: 'Addresses and CIDR ranges it may come from. None: from anywhere' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @AreAddressRanges()
  addresses?: string[];

  @ApiPropertyOptional({ ...INSTANT, example: '2036-12-31T00:00:00.000Z', description: 'Default: never' })
  @IsOptional()
  @IsInstant()
  expiresAt?: string;

  @ApiPropertyOptional({ ...COUNT, example: 600, minimum: 1, maximum: 6000, default: 600 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(6000)
  requestsAMinute?: number;
}

export class RotateApiKeyDto {
  @ApiPropertyOptional({
    ...COUNT,
    example: 24,
    minimum: 0,
    maximum: 168,
    default: 24,
    description: 'For how many hours the secret before stays good',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(168)
  graceHours?: number;
}

export class ApiKeyDto implements ApiKey {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty({ ...TEXT, example: 'dvor_live_0123456789abcdef', description: 'How the key begins' })
  stem: string;

  @ApiProperty({
    enum: ['live', 'expired', 'revoked', 'maker-left'],
    description: '`maker-left`: refused until somebody else rotates it',
  })
  state: 'live' | 'expired' | 'revoked' | 'maker-left';

  @ApiProperty(SCOPES)
  scopes: readonly Permission[];

  @ApiProperty({ ...ADDRESSES, description: 'None: from anywhere' })
  addresses: readonly string[];

  @ApiProperty(COUNT)
  requestsAMinute: number;

  @ApiProperty(INSTANT)
  createdAt: Date;

  @ApiProperty({ ...TEXT, description: 'Who made or last rotated it: it may no more than they' })
  madeBy: string;

  @ApiProperty(orNull(INSTANT))
  expiresAt: Date | null;

  @ApiProperty(orNull(INSTANT))
  rotatedAt: Date | null;

  @ApiProperty({ ...orNull(INSTANT), description: 'Until when the secret before the rotation is good' })
  formerUntil: Date | null;

  @ApiProperty(orNull(INSTANT))
  revokedAt: Date | null;

  @ApiProperty({ ...orNull(INSTANT), description: 'To the minute' })
  lastUsedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  lastUsedIp: string | null;
}

export class ApiKeyPageDto extends PageOf(ApiKeyDto) {}

export class GivenApiKeyDto {
  @ApiProperty({ type: ApiKeyDto })
  key: ApiKeyDto;

  @ApiProperty({ ...TEXT, description: 'The whole key, for `Authorization: Bearer`. Told this once' })
  text: string;
}
