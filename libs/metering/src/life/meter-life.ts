import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type HouseId, type LocalDate, type MeterId, type PremisesId } from '@dvor/kernel';
import { AuditLog, changeFacts, recordChanges, removeFacts, type Recording, type Tx } from '@dvor/platform';
import { checkNewMeter, type MeteredResource, ranBetween } from '../core/index.js';
import { ReadingIntake } from '../intake/reading-intake.js';
import type { EnteredOn } from '../meter-acts.js';
import { MeterIntake } from '../meter-intake.js';
import { checkPaper, type LateEntered, type LifeActId, type NewInstallation, type NewLifeAct } from './life-act.js';
import { insertLifeAct, lockLifeAct, type LockedLifeAct, standingPartner, writeMirror } from './life-rows.js';
import { amountsShown, endFacts, factsOf, lockMeter, type MeterState, recordMeterChange } from './meter-state.js';

/** Where a meter is put. */
export type MeterPlace =
  | { readonly premisesId: PremisesId; readonly houseId?: undefined }
  | { readonly houseId: HouseId; readonly premisesId?: undefined };

/**
 * Acts of a meter's life (MTR-01): each is written once, with what it changes in one transaction, and taken back by a
 * mirror that restores what stood before it.
 */
@Injectable()
export class MeterLife {
  constructor(
    private readonly meters: MeterIntake,
    private readonly readings: ReadingIntake,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws DomainError `premises.not-found`, `house.not-found`, `meter.serial-stands` naming where, and those of the dial,
   * of `checkPaper` and of readings
   */
  async install(
    tx: Tx,
    place: MeterPlace,
    installation: NewInstallation,
    entered: EnteredOn,
    replaces: LifeActId | null = null,
  ): Promise<{ readonly meterId: MeterId; readonly actId: LifeActId }> {
    const { resource, serial, zones, digits, scale, on, verifiedUntil, seals } = installation;
    checkPaper(installation, entered);
    checkNewMeter(installation);
    if (verifiedUntil !== null && verifiedUntil < on)
      throw new DomainError('meter.verified-before', { verifiedUntil: formatDate(verifiedUntil) });
    const where = await lockPlace(tx, place);
    await refuseTwin(tx, where.houseId, { resource, serial, on });
    const dial = { serial, zones, digits, scale, stands: [{ from: on, to: null }] };
    const initial = amountsShown(installation.shown, on, dial);
    const [meterId] = await this.meters.takeIn(
      tx,
      [
        {
          ...where,
          ...{ resource, serial: serial.trim(), zones, digits, scale },
          ...{ stands: { from: on, to: null }, verifiedUntil, initial, readings: [] },
        },
      ],
      entered,
    );
    const meter = await lockMeter(tx, meterId!);
    await recordMeterChange(tx, meter, on, entered);
    const row = { kind: 'installation' as const, amounts: initial, verifiedUntil, seals, replacesActId: replaces };
    const actId = await insertLifeAct(tx, { ...meter, meterId: meter.id }, { ...installation, ...row }, entered);
    await this.note(tx, 'meter-life.installation', meter, installation, entered);
    return { meterId: meter.id, actId };
  }

  /**
   * @throws DomainError `meter.not-found`, `meter.removed`, `meter-life.order` naming what came later,
   * `meter.verified-before`, and those of `checkPaper` and of readings
   */
  async record(tx: Tx, meterId: MeterId, act: NewLifeAct, entered: EnteredOn): Promise<LifeActId> {
    checkPaper(act, entered);
    const meter = await lockMeter(tx, meterId);
    refuseOutOfOrder(meter, act);
    switch (act.kind) {
      case 'sealing':
        return this.seal(tx, meter, act, entered);
      case 'verification':
        return this.verify(tx, meter, act, entered);
      case 'removal':
        return this.remove(tx, meter, act, entered);
    }
  }

  /** A meter is removed and another put in its place on the same day, by one paper. @throws as `record` and `install` do */
  async replace(
    tx: Tx,
    meterId: MeterId,
    { shown, next }: { readonly shown: NewInstallation['shown']; readonly next: NewInstallation },
    entered: EnteredOn,
  ): Promise<{ readonly meterId: MeterId; readonly actId: LifeActId }> {
    const { number, dated, on, signedBy, lateReason = null } = next;
    const paper = { number, dated, on, signedBy, lateReason };
    const removal = await this.record(tx, meterId, { kind: 'removal', ...paper, shown }, entered);
    const { houseId, premisesId } = await lockMeter(tx, meterId);
    return this.install(tx, premisesId ? { premisesId } : { houseId }, next, entered, removal);
  }

  /**
   * What the act changed is as it was before it; a replacement is taken back whole. Only the latest act of a meter can be.
   *
   * @throws DomainError `meter-life.not-found`, `meter-life.taken-back`, `meter-life.later-act` naming it,
   * `meter-life.has-readings`, `meter-act.too-old`
   */
  async takeBack(tx: Tx, id: LifeActId, entered: LateEntered): Promise<void> {
    const act = await lockLifeAct(tx, id, entered);
    const partner = await standingPartner(tx, act);
    const acts = partner ? [act, await lockLifeAct(tx, partner, entered)] : [act];
    // what came last goes first
    for (const one of acts.sort((a, b) => (a.kind === 'installation' ? 0 : 1) - (b.kind === 'installation' ? 0 : 1)))
      await this.mirror(tx, one, entered);
  }

  private async seal(
    tx: Tx,
    meter: MeterState,
    act: Extract<NewLifeAct, { kind: 'sealing' }>,
    entered: EnteredOn,
  ): Promise<LifeActId> {
    const read = await this.read(tx, meter, act, entered);
    const id = await insertLifeAct(tx, { ...meter, meterId: meter.id }, { ...act, ...read }, entered);
    await this.note(tx, 'meter-life.sealing', meter, act, entered);
    return id;
  }

  private async verify(
    tx: Tx,
    meter: MeterState,
    act: Extract<NewLifeAct, { kind: 'verification' }>,
    entered: EnteredOn,
  ): Promise<LifeActId> {
    const { on, verifiedUntil } = act;
    if (verifiedUntil < on)
      throw new DomainError('meter.verified-before', { verifiedUntil: formatDate(verifiedUntil) });
    const read = await this.read(tx, meter, act, entered);
    const verifiedBefore = meter.verifiedUntil;
    await setVerified(tx, meter, { from: on, verifiedUntil }, entered);
    const id = await insertLifeAct(tx, { ...meter, meterId: meter.id }, { ...act, ...read, verifiedBefore }, entered);
    await this.note(tx, 'meter-life.verification', meter, act, entered);
    return id;
  }

  private async remove(
    tx: Tx,
    meter: MeterState,
    act: Extract<NewLifeAct, { kind: 'removal' }>,
    entered: EnteredOn,
  ): Promise<LifeActId> {
    const { on, shown } = act;
    if (on <= meter.since) throw new DomainError('meter.removed-before', { since: formatDate(meter.since) });
    const amounts = amountsShown(shown, on, { ...meter, stands: [{ from: meter.installed, to: null }] });
    refuseBelow(meter, on, amounts);
    await endFacts(tx, meter.id, { to: on, final: amounts }, entered);
    await recordMeterChange(tx, meter, on, entered);
    const id = await insertLifeAct(tx, { ...meter, meterId: meter.id }, { ...act, amounts }, entered);
    await this.note(tx, 'meter-life.removal', meter, act, entered);
    return id;
  }

  /** What the dial showed comes in by the road of all readings; of a house's own meter it stands in the act alone. */
  private async read(
    tx: Tx,
    meter: MeterState,
    { shown, on }: Pick<NewInstallation, 'shown' | 'on'>,
    entered: EnteredOn,
  ): Promise<{ readonly amounts: readonly string[]; readonly readingId: string | null }> {
    const amounts = amountsShown(shown, on, { ...meter, stands: [{ from: meter.installed, to: null }] });
    if (meter.premisesId === null) return { amounts, readingId: null };
    const given = [{ meterId: meter.id, date: on, value: amounts, confirmed: true }];
    const [outcome] = await this.readings.take(tx, given, { ...entered, source: 'act' }, entered.today);
    if (outcome!.kind === 'taken' || outcome!.kind === 'same') return { amounts, readingId: outcome!.id };
    const details = { serial: meter.serial, ...(outcome!.kind === 'refused' && outcome!.details) };
    throw new DomainError(outcome!.kind === 'refused' ? outcome!.code : 'reading.implausible', details);
  }

  private async mirror(tx: Tx, act: LockedLifeAct, entered: EnteredOn): Promise<void> {
    const meter = await lockMeter(tx, act.meterId);
    switch (act.kind) {
      case 'verification':
        await setVerified(tx, meter, { from: act.on, verifiedUntil: act.verifiedBefore }, entered);
        break;
      case 'removal':
        await endFacts(tx, meter.id, { to: null, final: null }, entered);
        await recordMeterChange(tx, meter, act.on, entered);
        break;
      case 'installation':
        await refuseRead(tx, meter);
        await removeFacts(
          tx,
          factsOf(meter),
          { key: { house_id: meter.houseId, meter_id: meter.id }, days: { from: act.on, to: null } },
          entered,
        );
        break;
      case 'sealing':
        break;
    }
    if (act.readingId !== null) await refuseReading(tx, meter, act, entered);
    await writeMirror(tx, act, entered);
    await this.note(tx, `meter-life.${act.kind}-taken-back`, meter, act, entered);
  }

  private async note(
    tx: Tx,
    action: string,
    { id, serial, resource }: MeterState,
    { number, on }: { readonly number: string; readonly on: LocalDate },
    { by, reason }: Recording,
  ): Promise<void> {
    const details = { serial, resource, number, on: formatDate(on), reason };
    await this.audit.record(tx, { userId: by, action, object: { type: 'meter', id }, details });
  }
}

// ------------------------------------------------------------------------------------------------- what may be done

function refuseOutOfOrder({ serial, installed, removed, lastAct }: MeterState, { on }: { on: LocalDate }): void {
  if (removed !== null) throw new DomainError('meter.removed', { serial, on: formatDate(removed) });
  if (on < installed)
    throw new DomainError('meter-life.before-installation', { serial, installed: formatDate(installed) });
  if (lastAct && on < lastAct.on)
    throw new DomainError('meter-life.order', { serial, kind: lastAct.kind, on: formatDate(lastAct.on) });
}

/** @throws DomainError `meter-life.read-after`, `meter-life.below` */
function refuseBelow({ serial, digits, last }: MeterState, on: LocalDate, final: readonly string[]): void {
  if (last.date > on) throw new DomainError('meter-life.read-after', { serial, date: formatDate(last.date) });
  if (final.some((amount, zone) => ranBetween(last.amounts[zone]!, amount, digits) === 'below-previous'))
    throw new DomainError('meter-life.below', {
      serial,
      shown: final.join(' / '),
      last: last.amounts.join(' / '),
      date: formatDate(last.date),
    });
}

async function lockPlace(
  tx: Tx,
  { premisesId, houseId }: MeterPlace,
): Promise<{ readonly houseId: HouseId; readonly premisesId: PremisesId | null }> {
  if (premisesId !== undefined) {
    const [row] = await tx.query<{ houseId: HouseId }[]>(
      'select house_id as "houseId" from premises where id = $1 for update',
      [premisesId],
    );
    if (!row) throw new DomainError('premises.not-found', { id: premisesId });
    return { houseId: row.houseId, premisesId };
  }
  const [house] = await tx.query<unknown[]>('select 1 from houses where id = $1 for update', [houseId]);
  if (!house) throw new DomainError('house.not-found', { id: houseId });
  return { houseId, premisesId: null };
}

/** One number of a resource stands in one place of a house. */
async function refuseTwin(
  tx: Tx,
  houseId: HouseId,
  { resource, serial, on }: { readonly resource: MeteredResource; readonly serial: string; readonly on: LocalDate },
): Promise<void> {
  const [twin] = await tx.query<{ place: string | null }[]>(
    `select p.number as place from meters m
       join meter_facts f on f.meter_id = m.id and f.superseded_at is null and f.valid && daterange($4::date, null)
       left join premises p on p.id = m.premises_id
      where m.house_id = $1 and m.resource = $2 and lower(m.serial) = lower($3) limit 1`,
    [houseId, resource, serial.trim(), formatDate(on)],
  );
  if (twin) throw new DomainError('meter.serial-stands', { serial: serial.trim(), place: twin.place });
}

/** @throws DomainError `meter-life.has-readings` */
async function refuseRead(tx: Tx, { id, serial }: MeterState): Promise<void> {
  const [{ count }] = await tx.query<[{ count: number }]>(
    `select (select count(*) from readings where meter_id = $1 and refused_at is null)::int
            + (select count(*) from house_meter_volumes where meter_id = $1 and superseded_at is null)::int as count`,
    [id],
  );
  if (count > 0) throw new DomainError('meter-life.has-readings', { serial, count });
}

async function setVerified(
  tx: Tx,
  meter: MeterState,
  { from, verifiedUntil }: { readonly from: LocalDate; readonly verifiedUntil: LocalDate | null },
  recording: Recording,
): Promise<void> {
  const key = { house_id: meter.houseId, meter_id: meter.id };
  const patch = { verified_until: verifiedUntil === null ? null : formatDate(verifiedUntil) };
  await changeFacts(tx, factsOf(meter), { key, days: { from, to: null }, patch }, recording);
}

async function refuseReading(tx: Tx, meter: MeterState, act: LockedLifeAct, recording: Recording): Promise<void> {
  await tx.query(
    `update readings set refused_at = organization_now()
      where meter_id = $1 and taken_on = $2 and id = $3 and refused_at is null`,
    [meter.id, formatDate(act.on), act.readingId],
  );
  const day = { from: act.on, to: (act.on + 1) as LocalDate };
  await recordChanges(tx, [{ fact: 'readings', subject: { type: 'meter', id: meter.id }, ...day }], recording);
}
