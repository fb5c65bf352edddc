import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { rolesWith, type StaffCaller } from '@dvor/auth';
import {
  type BankChange,
  BankChanges,
  type BankChangeId,
  OrganizationSettings,
  type Supplier,
  Suppliers,
  VatExemptions,
} from '@dvor/catalogue';
import type { SupplierId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import type { Response } from 'express';
import { CurrentStaff, CurrentTenant, RequirePermission } from '../door/access.js';
import { SeenVersion, tellVersion } from '../door/etag.js';
import { IdParam } from '../door/id.pipe.js';
import { PageQuery, whole } from '../door/page.dto.js';
import { BasisDto, daysOfDto, recordingOf } from '../housing/basis.dto.js';
import {
  BankChangeDto,
  BankChangeListDto,
  BankChangeQuery,
  BankDetailsHistoryDto,
  NewBankChangeDto,
  NewSupplierDto,
  NewVatExemptionDto,
  RejectionDto,
  SupplierChangeDto,
  SupplierDto,
  SupplierListDto,
  SupplierQuery,
  VatExemptionListDto,
} from './suppliers.dto.js';

@ApiTags('Catalogue')
@Controller()
export class SuppliersController {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly suppliers: Suppliers,
    private readonly changes: BankChanges,
    private readonly exemptions: VatExemptions,
    private readonly settings: OrganizationSettings,
  ) {}

  @Get('suppliers')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'To whom the money for services goes' })
  @ApiOkResponse({ type: SupplierListDto })
  async listSuppliers(@Query() { search }: SupplierQuery, @CurrentTenant() tenant: Tenant): Promise<SupplierListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const suppliers = await this.suppliers.list(tx, await this.clock.today(tx), { search });
      return whole(suppliers.map(supplierView));
    });
  }

  @Get('suppliers/:id')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'One supplier' })
  @ApiOkResponse({ type: SupplierDto, headers: { ETag: { schema: { type: 'string' } } } })
  async readSupplier(
    @IdParam() id: SupplierId,
    @CurrentTenant() tenant: Tenant,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SupplierDto> {
    return this.tell(tenant, response, async (tx) => this.suppliers.read(tx, id, await this.clock.today(tx)));
  }

  @Post('suppliers')
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Add a supplier; bank details follow by a request' })
  @ApiCreatedResponse({ type: SupplierDto, headers: { ETag: { schema: { type: 'string' } } } })
  async createSupplier(
    @Body() supplier: NewSupplierDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SupplierDto> {
    return this.tell(tenant, response, async (tx) =>
      this.suppliers.create(tx, supplier, { by, on: await this.clock.today(tx) }),
    );
  }

  @Patch('suppliers/:id')
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Change requisites, but for bank details' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ type: SupplierDto, headers: { ETag: { schema: { type: 'string' } } } })
  async editSupplier(
    @IdParam() id: SupplierId,
    @Body() change: SupplierChangeDto,
    @SeenVersion() version: number,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SupplierDto> {
    return this.tell(tenant, response, async (tx) =>
      this.suppliers.edit(tx, id, change, { version, by, on: await this.clock.today(tx) }),
    );
  }

  @Get('suppliers/:id/bank-details')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'All bank details there ever were, in force or superseded' })
  @ApiOkResponse({ type: BankDetailsHistoryDto })
  async readBankDetails(
    @IdParam() id: SupplierId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<BankDetailsHistoryDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const history = await this.suppliers.bankDetailsHistory(tx, id);
      return whole(
        history.map(({ id, from, to, values, recordedAt, recordedBy, reason, supersededAt }) => ({
          ...{ id, validFrom: from, validTo: to, recordedAt, recordedBy, reason, supersededAt },
          accountNumber: String(values.account_number),
          bic: String(values.bic),
          bankName: String(values.bank_name),
          correspondentAccount: values.correspondent_account as string | null,
        })),
      );
    });
  }

  @Post('suppliers/:id/bank-changes')
  @RequirePermission('catalogue.edit')
  @ApiOperation({ summary: 'Ask for other bank details from a day on; a second person confirms' })
  @ApiCreatedResponse({ type: BankChangeDto })
  async askBankChange(
    @IdParam() id: SupplierId,
    @Body() { from, to, reason, ...details }: NewBankChangeDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<BankChangeDto> {
    const asked = { ...details, ...daysOfDto({ from, to: to ?? null }) };
    return this.database.inTenant(tenant, async (tx) =>
      changeView(await this.changes.ask(tx, id, asked, { by, reason }), by),
    );
  }

  @Get('bank-changes')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Requests for bank details, the latest first' })
  @ApiOkResponse({ type: BankChangeListDto })
  async listBankChanges(
    @Query() { state, supplierId }: BankChangeQuery,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId }: StaffCaller,
  ): Promise<BankChangeListDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const changes = await this.changes.list(tx, {
        ...(state && { state }),
        ...(supplierId && { supplierId: supplierId as SupplierId }),
      });
      return whole(changes.map((change) => changeView(change, userId)));
    });
  }

  @Post('bank-changes/:id/confirm')
  @RequirePermission('supplier.confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm bank details that somebody else has asked for' })
  @ApiOkResponse({ type: BankChangeDto })
  async confirmBankChange(
    @IdParam() id: BankChangeId,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<BankChangeDto> {
    return this.database.inTenant(tenant, async (tx) => {
      const on = await this.clock.today(tx);
      const confirmers = rolesWith('supplier.confirm');
      const alone = await this.settings.confirmsAlone(tx, { by, on, confirmers });
      return changeView(await this.changes.confirm(tx, id, { by, alone }), by);
    });
  }

  @Post('bank-changes/:id/reject')
  @RequirePermission('supplier.confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Reject a request, or take one’s own back' })
  @ApiOkResponse({ type: BankChangeDto })
  async rejectBankChange(
    @IdParam() id: BankChangeId,
    @Body() { reason }: RejectionDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() { userId: by }: StaffCaller,
  ): Promise<BankChangeDto> {
    return this.database.inTenant(tenant, async (tx) =>
      changeView(await this.changes.reject(tx, id, { by, reason }), by),
    );
  }

  @Get('suppliers/:id/vat-exemptions')
  @RequirePermission('catalogue.read')
  @ApiOperation({ summary: 'Days on which a supplier pays no VAT, the latest first' })
  @ApiOkResponse({ type: VatExemptionListDto })
  async listVatExemptions(
    @IdParam() id: SupplierId,
    @Query() _: PageQuery,
    @CurrentTenant() tenant: Tenant,
  ): Promise<VatExemptionListDto> {
    return this.database.inTenant(tenant, async (tx) => whole(await this.exemptions.ofSupplier(tx, id)));
  }

  @Post('suppliers/:id/vat-exemptions')
  @RequirePermission('catalogue.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'A supplier pays no VAT over some days', description: 'Its rates hold none then.' })
  @ApiNoContentResponse()
  async addVatExemption(
    @IdParam() id: SupplierId,
    @Body() asked: NewVatExemptionDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const exemption = { ...daysOfDto(asked), basis: asked.basis };
    await this.database.inTenant(tenant, (tx) => this.exemptions.add(tx, id, exemption, recordingOf(asked, staff)));
  }

  @Put('vat-exemptions/:id')
  @RequirePermission('catalogue.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'The days of an exemption from VAT, or its article, were others' })
  @ApiNoContentResponse()
  async correctVatExemption(
    @IdParam() id: string,
    @Body() asked: NewVatExemptionDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    const exemption = { ...daysOfDto(asked), basis: asked.basis };
    await this.database.inTenant(tenant, (tx) => this.exemptions.correct(tx, id, exemption, recordingOf(asked, staff)));
  }

  @Post('vat-exemptions/:id/withdrawal')
  @RequirePermission('catalogue.edit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an exemption from VAT back: it never was' })
  @ApiNoContentResponse()
  async withdrawVatExemption(
    @IdParam() id: string,
    @Body() asked: BasisDto,
    @CurrentTenant() tenant: Tenant,
    @CurrentStaff() staff: StaffCaller,
  ): Promise<void> {
    await this.database.inTenant(tenant, (tx) => this.exemptions.withdraw(tx, id, recordingOf(asked, staff)));
  }

  private async tell(tenant: Tenant, response: Response, work: (tx: Tx) => Promise<Supplier>): Promise<SupplierDto> {
    const supplier = await this.database.inTenant(tenant, work);
    tellVersion(response, supplier.version);
    return supplierView(supplier);
  }
}

function supplierView({
  kpp = null,
  ogrn = null,
  address = null,
  phone = null,
  bankDetails: bank,
  ...supplier
}: Supplier): SupplierDto {
  return {
    ...supplier,
    ...{ kpp, ogrn, address, phone, bankDetails: bank },
    ...{ bankName: bank?.bankName ?? null, bik: bank?.bic ?? null, bankAccount: bank?.accountNumber ?? null },
  };
}

function changeView(change: BankChange, me: string): BankChangeDto {
  const { id, supplier, accountNumber, bic, bankName, correspondentAccount, validFrom, validTo } = change;
  const { reason, state, askedAt, askedBy, decidedAt, decidedBy, decisionNote } = change;
  return {
    ...{ id, supplier, accountNumber, bic, bankName, correspondentAccount, validFrom, validTo },
    ...{ reason, state, askedAt, askedBy, decidedAt, decidedBy, decisionNote },
    own: askedBy.id === me,
  };
}
