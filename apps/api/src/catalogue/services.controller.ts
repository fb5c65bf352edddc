import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { type Service, Services } from '@dvor/catalogue';
import type { ServiceId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import type { Response } from 'express';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { SeenVersion, tellVersion } from '../door/etag.js';
import { IdParam } from '../door/id.pipe.js';
import { whole } from '../door/page.dto.js';
import { NewServiceDto, ServiceChangeDto, ServiceDto, ServiceListDto, ServiceQuery } from './services.dto.js';

@ApiTags('Catalogue')
@Controller('services')
export class ServicesController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly services: Services,
  ) {}

  @Get()
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'What is charged for, in the order of the receipt' })
  @ApiOkResponse({ type: ServiceListDto })
  async listServices(
    @Query() { search, section, archived }: ServiceQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ServiceListDto> {
    return this.database.inTenant(tenant, async (tx) =>
      whole(await this.services.list(tx, { search, section, archived })),
    );
  }

  @Get(':id')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'One service' })
  @ApiOkResponse({ type: ServiceDto, headers: { ETag: { schema: { type: 'string' } } } })
  async readService(
    @IdParam() id: ServiceId,
    @CurrentTenant() tenant: Tenant,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ServiceDto> {
    return this.tell(tenant, response, (tx) => this.services.read(tx, id));
  }

  @Post()
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Add a service' })
  @ApiCreatedResponse({ type: ServiceDto, headers: { ETag: { schema: { type: 'string' } } } })
  async createService(
    @Body() { resource = null, ...service }: NewServiceDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ServiceDto> {
    return this.tell(tenant, response, (tx) => this.services.create(tx, { ...service, resource }, staff.userId));
  }

  @Patch(':id')
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Change name, unit, section, order, base or codes of a service' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ type: ServiceDto, headers: { ETag: { schema: { type: 'string' } } } })
  async editService(
    @IdParam() id: ServiceId,
    @Body() change: ServiceChangeDto,
    @SeenVersion() version: number,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ServiceDto> {
    return this.tell(tenant, response, (tx) => this.services.edit(tx, id, change, { version, by: staff.userId }));
  }

  @Post(':id/archive')
  @RequirePermission('catalogue.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a service out of use; it must not be assigned today or later' })
  @ApiOkResponse({ type: ServiceDto })
  async archiveService(
    @IdParam() id: ServiceId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ServiceDto> {
    return this.tell(tenant, response, async (tx) =>
      this.services.archive(tx, id, { on: await this.clock.today(tx), by: staff.userId }),
    );
  }

  @Post(':id/unarchive')
  @RequirePermission('catalogue.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put an archived service to use again' })
  @ApiOkResponse({ type: ServiceDto })
  async unarchiveService(
    @IdParam() id: ServiceId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ServiceDto> {
    return this.tell(tenant, response, (tx) => this.services.unarchive(tx, id, staff.userId));
  }

  private async tell(tenant: Tenant, response: Response, work: (tx: Tx) => Promise<Service>): Promise<ServiceDto> {
    const service = await this.database.inTenant(tenant, work);
    tellVersion(response, service.version);
    return service;
  }
}
