import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StaffCaller } from '@dvor/auth';
import { COEFFICIENTS, Coefficients, CONSUMER_GROUPS, Norms, type RateFilter, Tariffs } from '@dvor/catalogue';
import { type HouseId, parseDate, type ServiceId } from '@dvor/kernel';
import { Database, type Tenant } from '@dvor/platform';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { daysOfDto, FromDayDto, recordingOf } from '../housing/basis.dto.js';
import { firstRate } from './catalogue.dto.js';
import {
  CoefficientListDto,
  CoefficientQuery,
  ConsumerGroupListDto,
  NewCoefficientDto,
  NewNormDto,
  NewTariffDto,
  NormListDto,
  RateQuery,
  TariffListDto,
} from './rates.dto.js';

@ApiTags('Catalogue')
@Controller()
export class RatesController {
  constructor(
    private readonly database: Database,
    private readonly tariffs: Tariffs,
    private readonly norms: Norms,
    private readonly coefficients: Coefficients,
  ) {}

  @Get('tariffs')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Tariffs by service and traits, the latest first' })
  @ApiOkResponse({ type: TariffListDto })
  async listTariffs(@Query() query: RateQuery, @CurrentTenant() tenant: Tenant): Promise<TariffListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const tariffs = await this.tariffs.list(tx, filterOf(query));
      return whole(
        tariffs.map(({ basis, ranges, ...tariff }) => ({
          ...tariff,
          ranges: ranges && [...ranges],
          rate: firstRate(tariff.rates),
          source: basis,
        })),
      );
    });
  }

  @Post('tariffs')
  @RequirePermission('catalogue.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'A tariff from a day on' })
  @ApiNoContentResponse()
  async setTariff(
    @Body() asked: NewTariffDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const { rates, ranges = null, vatRate = null, replaces = false } = asked;
    await this.database.inTenant(tenant, (tx) =>
      this.tariffs.set(tx, { ...versionOf(asked), rates, ranges, vatRate }, { ...recordingOf(asked, staff), replaces }),
    );
  }

  @Post('tariffs/:id/close')
  @RequirePermission('catalogue.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'End a tariff on a day; on its first day: take it back' })
  @ApiNoContentResponse()
  async closeTariff(
    @IdParam() id: string,
    @Body() asked: FromDayDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const from = parseDate(asked.from);
    await this.database.inTenant(tenant, (tx) => this.tariffs.close(tx, id, { from, ...recordingOf(asked, staff) }));
  }

  @Get('norms')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Norms of consumption by service and traits, the latest first' })
  @ApiOkResponse({ type: NormListDto })
  async listNorms(@Query() query: RateQuery, @CurrentTenant() tenant: Tenant): Promise<NormListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const norms = await this.norms.list(tx, filterOf(query));
      return whole(norms.map(({ basis, ...norm }) => ({ ...norm, unit: norm.service.unit, source: basis })));
    });
  }

  @Post('norms')
  @RequirePermission('catalogue.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'A norm from a day on' })
  @ApiNoContentResponse()
  async setNorm(
    @Body() asked: NewNormDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const { value, replaces = false } = asked;
    await this.database.inTenant(tenant, (tx) =>
      this.norms.set(tx, { ...versionOf(asked), value }, { ...recordingOf(asked, staff), replaces }),
    );
  }

  @Post('norms/:id/close')
  @RequirePermission('catalogue.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'End a norm on a day; on its first day: take it back' })
  @ApiNoContentResponse()
  async closeNorm(
    @IdParam() id: string,
    @Body() asked: FromDayDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const from = parseDate(asked.from);
    await this.database.inTenant(tenant, (tx) => this.norms.close(tx, id, { from, ...recordingOf(asked, staff) }));
  }

  @Get('coefficients')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Coefficients of the organisation and of its houses' })
  @ApiOkResponse({ type: CoefficientListDto })
  async listCoefficients(
    @Query() { on }: CoefficientQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<CoefficientListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const rows = await this.coefficients.list(tx, { on: on ? parseDate(on) : undefined });
      const items = rows.map(({ basis, ...row }) => ({ ...row, act: basis, title: COEFFICIENTS[row.code] }));
      return { ...whole(items), known: Object.entries(COEFFICIENTS).map(([code, title]) => ({ code, title })) };
    });
  }

  @Post('coefficients')
  @RequirePermission('catalogue.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'A coefficient from a day on, of all houses or of one' })
  @ApiNoContentResponse()
  async setCoefficient(
    @Body() asked: NewCoefficientDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const { code, value, act: basis, clause } = asked;
    const houseId = (asked.houseId ?? null) as HouseId | null;
    await this.database.inTenant(tenant, (tx) =>
      this.coefficients.set(
        tx,
        { code, value, basis, clause, houseId, ...daysOfDto(asked) },
        recordingOf(asked, staff),
      ),
    );
  }

  @Post('coefficients/:id/close')
  @RequirePermission('catalogue.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'End a coefficient on a day; on its first day: take it back' })
  @ApiNoContentResponse()
  async closeCoefficient(
    @IdParam() id: string,
    @Body() asked: FromDayDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const from = parseDate(asked.from);
    await this.database.inTenant(tenant, (tx) =>
      this.coefficients.close(tx, id, { from, ...recordingOf(asked, staff) }),
    );
  }

  @Get('consumer-groups')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Groups of consumers that acts on tariffs tell apart, as traits' })
  @ApiOkResponse({ type: ConsumerGroupListDto })
  listConsumerGroups(@Query() _: PageQuery): ConsumerGroupListDto {
    return whole([...CONSUMER_GROUPS]);
  }
}

function filterOf({ serviceId, on, history, known }: RateQuery): RateFilter {
  return {
    serviceId: serviceId as ServiceId | undefined,
    on: on ? parseDate(on) : undefined,
    history,
    knownAt: known ? new Date(known) : undefined,
  };
}

function versionOf(asked: NewTariffDto | NewNormDto) {
  const { serviceId, appliesTo = {}, act: basis, clause } = asked;
  return { serviceId: serviceId as ServiceId, appliesTo, basis, clause, ...daysOfDto(asked) };
}
