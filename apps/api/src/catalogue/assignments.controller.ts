import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { CHARGE_METHODS } from '@dvor/billing';
import { AssignmentDesk, type AssignmentId, type AssignmentWish } from '@dvor/catalogue';
import { type HouseId, parseDate, type PremisesId, type ServiceId, type SupplierId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { daysOfDto, FromDayDto, recordingOf } from '../housing/basis.dto.js';
import {
  AssignmentChangeDto,
  AssignmentListDto,
  AssignmentOrderDto,
  AssignmentPlanDto,
  AssignmentQuery,
  AssignmentWishDto,
  ChargeMethodListDto,
} from './assignments.dto.js';

@ApiTags('Catalogue')
@Controller()
export class AssignmentsController {
  constructor(
    private readonly database: Database,
    private readonly desk: AssignmentDesk,
  ) {}

  @Get('charge-methods')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'How a service can be charged' })
  @ApiOkResponse({ type: ChargeMethodListDto })
  listChargeMethods(@Query() _: PageQuery): ChargeMethodListDto {
    return whole(CHARGE_METHODS.map(({ code, title, needs, settings }) => ({ code, title, needs, settings })));
  }

  @Get('assignments')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Which houses, entrances and premises get which services' })
  @ApiOkResponse({ type: AssignmentListDto })
  async listAssignments(
    @Query() { houseId, serviceId, on }: AssignmentQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AssignmentListDto> {
    const filter = {
      houseId: houseId as HouseId | undefined,
      serviceId: serviceId as ServiceId | undefined,
      on: on ? parseDate(on) : undefined,
    };
    return this.database.inTenant(tenant, async (tx) => whole(await this.desk.list(tx, filter)));
  }

  @Post('assignments/preview')
  @RequirePermission('assignment.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'What giving a service to these places would do; nothing is changed' })
  @ApiOkResponse({ type: AssignmentPlanDto })
  async previewAssignments(
    @Body() asked: AssignmentWishDto,
    @CurrentTenant() tenant: Tenant,
  ): Promise<AssignmentPlanDto> {
    return this.database.inTenant(tenant, (tx) => this.desk.plan(tx, wishOf(asked), CHARGE_METHODS));
  }

  @Post('assignments')
  @RequirePermission('assignment.edit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a service to these places, as it was previewed' })
  @ApiOkResponse({ type: AssignmentPlanDto })
  async createAssignments(
    @Body() { fingerprint, skipConflicts = false, ...asked }: AssignmentOrderDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<AssignmentPlanDto> {
    const order = { fingerprint, skipConflicts, methods: CHARGE_METHODS, ...recordingOf(asked, staff) };
    return this.database.inTenant(tenant, (tx) => this.desk.apply(tx, wishOf(asked), order));
  }

  @Patch('assignments/:id')
  @RequirePermission('assignment.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Supplier, method or kinds of premises were, or will be, others' })
  @ApiNoContentResponse()
  async correctAssignment(
    @IdParam() id: AssignmentId,
    @Body() { from, reason, documentId, supplierId, ...patch }: AssignmentChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) =>
      this.desk.correct(tx, id, {
        from: from ? parseDate(from) : null,
        patch: { ...patch, supplierId: supplierId as SupplierId | undefined },
        methods: CHARGE_METHODS,
        ...recordingOf({ reason, documentId }, staff),
      }),
    );
  }

  @Post('assignments/:id/end')
  @RequirePermission('assignment.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'End an assignment on a day; on its first day: take it back' })
  @ApiNoContentResponse()
  async endAssignment(
    @IdParam() id: AssignmentId,
    @Body() asked: FromDayDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const from = parseDate(asked.from);
    await this.database.inTenant(tenant, (tx) => this.desk.end(tx, id, { from, ...recordingOf(asked, staff) }));
  }
}

function wishOf(asked: AssignmentWishDto): AssignmentWish {
  const { method, settings = {}, premisesKinds = ['flat', 'room'] } = asked;
  return {
    serviceId: asked.serviceId as ServiceId,
    supplierId: asked.supplierId as SupplierId,
    method,
    settings,
    premisesKinds,
    ...daysOfDto(asked),
    targets: asked.targets.map(({ houseId, entrance = null, premisesId = null }) => ({
      houseId: houseId as HouseId,
      entrance,
      premisesId: premisesId as PremisesId | null,
    })),
  };
}
