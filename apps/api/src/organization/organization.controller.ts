import { Body, Controller, Get, HttpCode, Patch, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Organization, Organizations, type StaffCaller } from '@dvor/auth';
import { BillingRuns } from '@dvor/billing';
import { formatPeriod, parseDate } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import type { Response } from 'express';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { SeenVersion, tellVersion } from '../door/etag.js';
import { ClockDto, OrganizationDto, RequisitesChangeDto } from './organization.dto.js';

@ApiTags('Organisation')
@Controller('organization')
export class OrganizationController {
  constructor(
    private readonly organizations: Organizations,
    private readonly runs: BillingRuns,
    private readonly database: Database,
  ) {}

  @Get()
  @RequirePermission('organization.read')
  @ApiOperation({ summary: 'The organisation I work in' })
  @ApiOkResponse({ type: OrganizationDto, headers: { ETag: { schema: { type: 'string' } } } })
  async readOrganization(
    @CurrentTenant() tenant: Tenant,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganizationDto> {
    return this.tell(tenant, await this.organizations.read(tenant), response);
  }

  @Patch()
  @RequirePermission('organization.edit')
  @ApiOperation({ summary: 'Change requisites' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ type: OrganizationDto, headers: { ETag: { schema: { type: 'string' } } } })
  async editOrganization(
    @Body() change: RequisitesChangeDto,
    @SeenVersion() version: number,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganizationDto> {
    return this.tell(tenant, await this.organizations.edit(tenant, change, { version, by: staff.userId }), response);
  }

  @Post('clock')
  @RequirePermission('organization.move-clock')
  @HttpCode(200)
  @ApiOperation({ summary: 'Move the clock of a demo organisation forward' })
  @ApiOkResponse({ type: OrganizationDto })
  async moveClock(
    @Body() { to }: ClockDto,
    @CurrentStaff() staff: StaffCaller,
    @CurrentTenant() tenant: Tenant,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganizationDto> {
    return this.tell(tenant, await this.organizations.moveClock(tenant, parseDate(to), staff.userId), response);
  }

  private async tell(tenant: Tenant, organization: Organization, response: Response): Promise<OrganizationDto> {
    tellVersion(response, organization.version);
    const workingPeriod = await this.database.inTenant(tenant, (tx) => this.runs.workingPeriod(tx));
    return { ...organization, workingPeriod: formatPeriod(workingPeriod) };
  }
}
