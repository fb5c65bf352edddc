import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LONGEST_PASSWORD, type Role, ROLES } from '@dvor/auth';
import { IsEmail, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsId } from '../door/fields.js';
import { ListOf } from '../door/page.dto.js';
import { COUNT, ID, INSTANT, orNull, TEXT } from '../door/shapes.js';
import { type Kind, KINDS } from './refresh-cookie.js';

export class CredentialsDto {
  @ApiProperty({ format: 'email', example: 'accountant@dvor.demo' })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiProperty({ format: 'password', example: 'dvor-demo' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  password: string;
}

export class SignOutDto {
  @ApiPropertyOptional({
    enum: KINDS,
    description: 'Which of a browser’s two sessions: the console’s or the cabinet’s. Default: the last one',
  })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;
}

export class RefreshDto extends SignOutDto {
  @ApiPropertyOptional({ ...ID, description: 'Moves the session to another organisation of the same person' })
  @IsOptional()
  @IsId()
  organizationId?: string;
}

export class UserDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;

  @ApiProperty(TEXT)
  email: string;
}

export class MembershipDto {
  @ApiProperty(ID)
  organizationId: string;

  @ApiProperty(TEXT)
  organizationName: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
}

export class MeDto {
  @ApiProperty({ enum: ['staff', 'resident'] })
  kind: 'staff' | 'resident';

  @ApiProperty({ type: UserDto })
  user: UserDto;

  @ApiProperty({ type: [MembershipDto] })
  memberships: MembershipDto[];

  @ApiProperty({ ...orNull(ID), description: 'The organisation this session works in' })
  organizationId: string | null;

  @ApiProperty({ ...TEXT, isArray: true, description: 'What the role allows here' })
  permissions: string[];
}

export class SignedInDto extends MeDto {
  @ApiProperty({ ...TEXT, description: 'For `Authorization: Bearer`' })
  accessToken: string;

  @ApiProperty({ ...COUNT, example: 600, description: 'Seconds' })
  expiresIn: number;
}

export class SessionDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty(INSTANT)
  createdAt: Date;

  @ApiProperty(INSTANT)
  lastUsedAt: Date;

  @ApiProperty(orNull(TEXT))
  ip: string | null;

  @ApiProperty(orNull(TEXT))
  userAgent: string | null;

  @ApiProperty({ description: 'The session that asks' })
  current: boolean;
}

export class SessionListDto extends ListOf(SessionDto) {}
