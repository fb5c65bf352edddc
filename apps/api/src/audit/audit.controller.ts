import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditTrail } from '@dvor/auth';
import type { Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { AuditPageDto, AuditQuery, AuditVerdictDto } from './audit.dto.js';

@ApiTags('Audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @RequirePermission('audit.read')
  @ApiOperation({ summary: 'Who did what, newest first' })
  @ApiOkResponse({ type: AuditPageDto })
  async listAudit(
    @Query() { cursor, limit, ...filter }: AuditQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AuditPageDto> {
    return this.trail.list(tenant, filter, { cursor, limit });
  }

  @Get('verify')
  @RequirePermission('audit.read')
  @ApiOperation({
    summary: 'Recompute the chain of hashes',
    description: 'A broken chain names the first seal that does not fit.',
  })
  @ApiOkResponse({ type: AuditVerdictDto })
  async verifyAudit(@CurrentTenant() tenant: Tenant): Promise<AuditVerdictDto> {
    return this.trail.verify(tenant);
  }
}
