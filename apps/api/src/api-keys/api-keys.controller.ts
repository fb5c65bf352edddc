import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiKeys, type StaffCaller } from '@dvor/auth';
import type { Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { WithoutIdempotency } from '../door/idempotency.js';
import { PageQuery } from '../door/page.dto.js';
import { ApiKeyDto, ApiKeyPageDto, GivenApiKeyDto, NewApiKeyDto, RotateApiKeyDto } from './api-keys.dto.js';

const DEFAULT_REQUESTS_A_MINUTE = 600;
const DEFAULT_GRACE_HOURS = 24;

@ApiTags('API keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Get()
  @RequirePermission('key.manage')
  @ApiOperation({ summary: 'Keys of programs, the newest first', description: 'With their last use, to the minute.' })
  @ApiOkResponse({ type: ApiKeyPageDto })
  async listApiKeys(@Query() page: PageQuery, @CurrentTenant() tenant: Tenant): Promise<ApiKeyPageDto> {
    return this.keys.list(tenant, page);
  }

  @Post()
  @RequirePermission('key.manage')
  @WithoutIdempotency()
  @ApiOperation({
    summary: 'Make a key for a program',
    description: 'The answer holds the key: it is told this once and kept nowhere.',
  })
  @ApiCreatedResponse({ type: GivenApiKeyDto })
  async makeApiKey(
    @Body() { name, scopes, addresses, expiresAt, requestsAMinute }: NewApiKeyDto,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<GivenApiKeyDto> {
    return this.keys.make(
      {
        name,
        scopes,
        addresses: addresses ?? [],
        expiresAt: expiresAt ? new Date(expiresAt) : null,
        requestsAMinute: requestsAMinute ?? DEFAULT_REQUESTS_A_MINUTE,
      },
      staff,
    );
  }

  @Post(':id/rotate')
  @RequirePermission('key.manage')
  @HttpCode(200)
  @WithoutIdempotency()
  @ApiOperation({
    summary: 'Give the key a new secret',
    description: 'The one before stays good for the hours of grace. The key passes to whoever rotates it.',
  })
  @ApiOkResponse({ type: GivenApiKeyDto })
  async rotateApiKey(
    @IdParam() id: string,
    @Body() { graceHours }: RotateApiKeyDto,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<GivenApiKeyDto> {
    return this.keys.rotate(id, { graceHours: graceHours ?? DEFAULT_GRACE_HOURS }, staff);
  }

  @Post(':id/revoke')
  @RequirePermission('key.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Revoke the key, at once and for good' })
  @ApiOkResponse({ type: ApiKeyDto })
  async revokeApiKey(@IdParam() id: string, @CurrentStaff() staff: StaffCaller): Promise<ApiKeyDto> {
    return this.keys.revoke(id, staff);
  }
}
