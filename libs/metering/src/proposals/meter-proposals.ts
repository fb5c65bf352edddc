import { Injectable } from '@nestjs/common';
import { Documents } from '@dvor/housing';
import {
  type AccountId,
  type DocumentId,
  DomainError,
  type FileId,
  formatDate,
  type HouseId,
  type LocalDate,
  type MeterId,
  type PremisesId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, ExceptionsInbox, Outbox, type Tx } from '@dvor/platform';
import { checkNewMeter, type MeteredResource, type ProposalPicture, type ProposalState } from '../core/index.js';
import { MeterLife } from '../life/meter-life.js';
import { amountsShown, lockMeter } from '../life/meter-state.js';
import type { EnteredOn } from '../meter-acts.js';
import type { ApprovedMeter, ProposalId, ProposalPictures, ProposedMeter, Proposing } from './proposed-meter.js';

/** So many of an account may wait at once. */
const MOST_WAITING = 10;

/** Meters that residents propose (MTR-15): one bills nothing until it is approved, and then by an act of installation. */
@Injectable()
export class MeterProposals {
  constructor(
    private readonly life: MeterLife,
    private readonly documents: Documents,
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The same proposal sent again while it waits changes nothing.
   *
   * @throws DomainError `account.not-found`, `meter-proposal.future`, `meter.verified-before`, `meter-proposal.replaces`,
   * `meter-proposal.waits`, `meter-proposal.stands`, `meter-proposal.too-many`, `meter-proposal.no-picture`, and those of
   * the dial and of readings
   */
  async propose(tx: Tx, meter: ProposedMeter, { accountId, by, today, keep }: Proposing): Promise<ProposalId> {
    checkProposed(meter, today);
    const place = await lockPlace(tx, accountId);
    const amounts = await amountsOf(tx, meter, place);
    const twin = await waitingTwin(tx, meter, { ...place, ...amounts });
    if (twin?.same) return twin.id;
    if (twin) throw new DomainError('meter-proposal.waits', { serial: meter.serial.trim() });
    await refuseStanding(tx, meter, place);
    await refuseMany(tx, accountId);
    const id = await insertProposal(tx, meter, { ...place, ...amounts, ...(await picturesOf(keep)), by });
    const object = { type: 'meter-proposal', id, label: place.address };
    const { resource, serial } = meter;
    const details = { resource, serial: serial.trim() };
    await this.inbox.raise(tx, [
      { kind: 'meters.proposed', dedupeKey: inboxKey(id), object, houseId: place.houseId, details },
    ]);
    await this.audit.record(tx, { userId: by, action: 'meter-proposal.add', object, details });
    await this.outbox.record(tx, { type: 'metering.meter-proposed', payload: { proposalId: id, accountId } });
    return id;
  }

  /**
   * Whoever proposed it thinks better of it; the second time changes nothing.
   * @throws DomainError `meter-proposal.not-found`, `meter-proposal.decided`
   */
  async withdraw(tx: Tx, id: ProposalId, by: UserId): Promise<void> {
    const proposal = await lockProposal(tx, id);
    if (proposal.state === 'withdrawn') return;
    await this.decide(tx, proposal, { state: 'withdrawn', by });
  }

  /**
   * The meter is installed, in the place of another where it is named.
   *
   * @throws DomainError `meter-proposal.not-found`, `meter-proposal.decided`, `meter-proposal.replaces`, and as
   * `MeterLife.install` and `replace` do
   */
  async approve(tx: Tx, id: ProposalId, approved: ApprovedMeter, entered: EnteredOn): Promise<MeterId> {
    const proposal = await lockProposal(tx, id);
    refuseDecided(proposal);
    const { resource, zones, premisesId } = proposal;
    const { replaces, ...meter } = approved;
    const installation = { ...meter, resource, zones };
    if (replaces) await refuseStranger(tx, replaces.meterId, { premisesId, resource });
    const recording = { ...entered, documentId: entered.documentId ?? (await this.paperOf(tx, proposal, entered)) };
    const { meterId } = replaces
      ? await this.life.replace(tx, replaces.meterId, { shown: replaces.shown, next: installation }, recording)
      : await this.life.install(tx, { premisesId }, installation, recording);
    await this.decide(tx, proposal, { state: 'approved', by: entered.by, meterId });
    return meterId;
  }

  /** @throws DomainError `meter-proposal.not-found`, `meter-proposal.decided` */
  async refuse(
    tx: Tx,
    id: ProposalId,
    { by, answer }: { readonly by: UserId; readonly answer: string },
  ): Promise<void> {
    const proposal = await lockProposal(tx, id);
    await this.decide(tx, proposal, { state: 'refused', by, answer });
  }

  /** Where a picture lies. @throws DomainError `meter-proposal.not-found`, `meter-proposal.no-such-picture` */
  async picture(tx: Tx, id: ProposalId, which: ProposalPicture): Promise<FileId> {
    const [pictures] = await tx.query<ProposalPictures[]>(
      'select photo_id as "photoId", passport_id as "passportId" from meter_proposals where id = $1',
      [id],
    );
    if (!pictures) throw new DomainError('meter-proposal.not-found');
    const fileId = which === 'photo' ? pictures.photoId : pictures.passportId;
    if (fileId === null) throw new DomainError('meter-proposal.no-such-picture');
    return fileId;
  }

  /** The act of installation stands on what the resident has shown. */
  private async paperOf(
    tx: Tx,
    { photoId, passportId }: LockedProposal,
    { by, today }: EnteredOn,
  ): Promise<DocumentId> {
    const note = passportId === null ? 'Фото счётчика от жильца' : 'Паспорт счётчика от жильца';
    return this.documents.add(tx, { kind: 'other', dated: today, note, fileId: passportId ?? photoId }, by);
  }

  private async decide(tx: Tx, proposal: LockedProposal, { state, by, answer, meterId }: Decision): Promise<void> {
    refuseDecided(proposal);
    const { id, accountId, serial } = proposal;
    await tx.query(
      `update meter_proposals
          set state = $2, decided_by = $3, decided_at = organization_now(), answer = $4, meter_id = $5 where id = $1`,
      [id, state, by, answer ?? null, meterId ?? null],
    );
    await this.inbox.settleOne(tx, inboxKey(id), SETTLED[state]);
    const object = { type: 'meter-proposal', id };
    const details = { serial, answer: answer ?? null, meter: meterId ?? null };
    await this.audit.record(tx, { userId: by, action: `meter-proposal.${state}`, object, details });
    const payload = { proposalId: id, accountId, state };
    await this.outbox.record(tx, { type: 'metering.meter-proposal-decided', payload });
  }
}

interface Decision {
  readonly state: Exclude<ProposalState, 'open'>;
  readonly by: UserId | null;
  readonly answer?: string;
  readonly meterId?: MeterId;
}

const SETTLED: Readonly<Record<Decision['state'], string>> = {
  approved: 'счётчик установлен',
  refused: 'отказано',
  withdrawn: 'отозвана жильцом',
};

function inboxKey(id: ProposalId): string {
  return `meter-proposal-${id}`;
}

// ------------------------------------------------------------------------------------------------- what is proposed

/** @throws DomainError `meter-proposal.future`, `meter.verified-before`, and those of the dial */
function checkProposed(meter: ProposedMeter, today: LocalDate): void {
  const { installedOn, verifiedUntil } = meter;
  checkNewMeter(meter);
  if (installedOn > today) throw new DomainError('meter-proposal.future', { installedOn: formatDate(installedOn) });
  if (verifiedUntil < installedOn)
    throw new DomainError('meter.verified-before', { verifiedUntil: formatDate(verifiedUntil) });
}

interface Place {
  readonly accountId: AccountId;
  readonly houseId: HouseId;
  readonly premisesId: PremisesId;
  readonly address: string;
}

/** Locked, so that one meter is not proposed twice at once. */
async function lockPlace(tx: Tx, accountId: AccountId): Promise<Place> {
  const [place] = await tx.query<Place[]>(
    `select a.id as "accountId", a.house_id as "houseId", p.id as "premisesId",
            concat_ws(', ', h.street, h.building, nullif('кв. ' || p.number, 'кв. ')) as address
       from accounts a join premises p on p.id = a.premises_id join houses h on h.id = a.house_id
      where a.id = $1 for update of p`,
    [accountId],
  );
  if (!place) throw new DomainError('account.not-found', { id: accountId });
  return place;
}

interface Amounts {
  readonly amounts: readonly string[];
  /** Of the meter that stood there. */
  readonly final: readonly string[] | null;
}

async function amountsOf(tx: Tx, meter: ProposedMeter, { premisesId }: Place): Promise<Amounts> {
  const { installedOn, replaces, resource } = meter;
  const amounts = amountsShown(meter.shown, installedOn, { ...meter, stands: [{ from: installedOn, to: null }] });
  if (!replaces) return { amounts, final: null };
  await refuseStranger(tx, replaces.meterId, { premisesId, resource });
  const old = await lockMeter(tx, replaces.meterId);
  const dial = { ...old, stands: [{ from: old.installed, to: null }] };
  return { amounts, final: replaces.shown === null ? null : amountsShown(replaces.shown, installedOn, dial) };
}

/** What is replaced stands in the same premises and counts the same. @throws DomainError `meter-proposal.replaces` */
async function refuseStranger(
  tx: Tx,
  meterId: MeterId,
  { premisesId, resource }: { readonly premisesId: PremisesId; readonly resource: MeteredResource },
): Promise<void> {
  const [own] = await tx.query<unknown[]>(
    `select 1 from meters m
       join meter_facts f on f.meter_id = m.id and f.superseded_at is null and upper_inf(f.valid)
      where m.id = $1 and m.premises_id = $2 and m.resource = $3`,
    [meterId, premisesId, resource],
  );
  if (!own) throw new DomainError('meter-proposal.replaces');
}

async function waitingTwin(
  tx: Tx,
  { resource, serial, zones, digits, scale, installedOn, verifiedUntil, replaces }: ProposedMeter,
  { premisesId, amounts, final }: Place & Amounts,
): Promise<{ readonly id: ProposalId; readonly same: boolean } | null> {
  const [twin] = await tx.query<{ id: ProposalId; same: boolean }[]>(
    `select id, zones = $4::text[] and digits = $5 and scale = $6 and installed_on = $7::date and verified_until = $8::date
                and amounts = $9::numeric[] and replaces_id is not distinct from $10::bigint
                and final_amounts is not distinct from $11::numeric[] as same
       from meter_proposals
      where premises_id = $1 and resource = $2 and serial_key = identifier_key($3) and state = 'open'`,
    [
      ...[
        premisesId,
        resource,
        serial.trim(),
        zones,
        digits,
        scale,
        formatDate(installedOn),
        formatDate(verifiedUntil),
      ],
      ...[amounts, replaces?.meterId ?? null, final],
    ],
  );
  return twin ?? null;
}

/** @throws DomainError `meter-proposal.stands` */
async function refuseStanding(tx: Tx, { resource, serial }: ProposedMeter, { premisesId }: Place): Promise<void> {
  const [meter] = await tx.query<unknown[]>(
    `select 1 from meters m
       join meter_facts f on f.meter_id = m.id and f.superseded_at is null and upper_inf(f.valid)
      where m.premises_id = $1 and m.resource = $2 and m.serial_key = identifier_key($3)`,
    [premisesId, resource, serial.trim()],
  );
  if (meter) throw new DomainError('meter-proposal.stands', { serial: serial.trim() });
}

/** @throws DomainError `meter-proposal.too-many` */
async function refuseMany(tx: Tx, accountId: AccountId): Promise<void> {
  const [{ count }] = await tx.query<[{ count: number }]>(
    `select count(*)::int as count from meter_proposals where account_id = $1 and state = 'open'`,
    [accountId],
  );
  if (count >= MOST_WAITING) throw new DomainError('meter-proposal.too-many', { count });
}

/** @throws DomainError `meter-proposal.no-picture` */
async function picturesOf(keep: Proposing['keep']): Promise<ProposalPictures> {
  const pictures = await keep();
  if (pictures.photoId === null && pictures.passportId === null) throw new DomainError('meter-proposal.no-picture');
  return pictures;
}

async function insertProposal(
  tx: Tx,
  { resource, serial, zones, digits, scale, installedOn, verifiedUntil, replaces, note }: ProposedMeter,
  made: Place & Amounts & ProposalPictures & { readonly by: UserId },
): Promise<ProposalId> {
  const { houseId, premisesId, accountId, amounts, final, photoId, passportId, by } = made;
  const [row] = await tx.query<{ id: ProposalId }[]>(INSERT, [
    ...[houseId, premisesId, accountId, resource, serial.trim(), zones, digits, scale],
    ...[formatDate(installedOn), formatDate(verifiedUntil), amounts, replaces?.meterId ?? null, final],
    ...[photoId, passportId, note?.trim() || null, by],
  ]);
  return row!.id;
}

const INSERT = `
  insert into meter_proposals (organization_id, house_id, premises_id, account_id, resource, serial, zones, digits, scale,
                               installed_on, verified_until, amounts, replaces_id, final_amounts, photo_id, passport_id, note, proposed_by)
  values (current_organization(), $1, $2, $3, $4, $5, $6::text[], $7, $8, $9, $10, $11::numeric[], $12, $13::numeric[], $14, $15, $16, $17)
  returning id`;

// ------------------------------------------------------------------------------------------------- what is decided

interface LockedProposal extends ProposalPictures {
  readonly id: ProposalId;
  readonly state: ProposalState;
  readonly accountId: AccountId;
  readonly premisesId: PremisesId;
  readonly resource: MeteredResource;
  readonly serial: string;
  readonly zones: readonly string[];
}

/** @throws DomainError `meter-proposal.not-found` */
async function lockProposal(tx: Tx, id: ProposalId): Promise<LockedProposal> {
  const [proposal] = await tx.query<LockedProposal[]>(
    `select id, state, account_id as "accountId", premises_id as "premisesId", resource, serial, zones,
            photo_id as "photoId", passport_id as "passportId"
       from meter_proposals where id = $1 for update`,
    [id],
  );
  if (!proposal) throw new DomainError('meter-proposal.not-found');
  return proposal;
}

/** @throws DomainError `meter-proposal.decided` */
function refuseDecided({ state }: LockedProposal): void {
  if (state !== 'open') throw new DomainError('meter-proposal.decided');
}
