import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Norms, Services, Suppliers, Tariffs } from '@dvor/catalogue';
import { Database, OrganizationClock, type Tenant } from '@dvor/platform';
import { CurrentTenant, RequirePermission } from '../door/access.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { firstRate, NormListDto, ServiceListDto, SupplierListDto, TariffListDto } from './catalogue.dto.js';

@ApiTags('Catalogue')
@Controller()
export class CatalogueController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly services: Services,
    private readonly suppliers: Suppliers,
    private readonly tariffs: Tariffs,
    private readonly norms: Norms,
  ) {}

  @Get('services')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'What is charged for, in the order of the receipt' })
  @ApiOkResponse({ type: ServiceListDto })
  async listServices(@Query() _: PageQuery, @CurrentTenant() tenant: Tenant): Promise<ServiceListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.services.list(tx)));
  }

  @Get('suppliers')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'To whom the money for services goes' })
  @ApiOkResponse({ type: SupplierListDto })
  async listSuppliers(@Query() _: PageQuery, @CurrentTenant() tenant: Tenant): Promise<SupplierListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const suppliers = await this.suppliers.list(tx, await this.clock.today(tx));
      return whole(
        suppliers.map(({ kpp = null, ogrn = null, address = null, phone = null, bankDetails: bank, ...supplier }) => ({
          ...supplier,
          ...{ kpp, ogrn, address, phone, bankDetails: bank },
          ...{ bankName: bank?.bankName ?? null, bik: bank?.bic ?? null, bankAccount: bank?.accountNumber ?? null },
        })),
      );
    });
  }

  @Get('tariffs')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Tariffs by service and traits, the latest first' })
  @ApiOkResponse({ type: TariffListDto })
  async listTariffs(@Query() _: PageQuery, @CurrentTenant() tenant: Tenant): Promise<TariffListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const tariffs = await this.tariffs.list(tx);
      return whole(
        tariffs.map(({ basis, ...tariff }) => ({ ...tariff, rate: firstRate(tariff.rates), source: basis })),
      );
    });
  }

  @Get('norms')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Norms of consumption by service and traits, the latest first' })
  @ApiOkResponse({ type: NormListDto })
  async listNorms(@Query() _: PageQuery, @CurrentTenant() tenant: Tenant): Promise<NormListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const norms = await this.norms.list(tx);
      return whole(norms.map(({ basis, ...norm }) => ({ ...norm, unit: norm.service.unit, source: basis })));
    });
  }
}
