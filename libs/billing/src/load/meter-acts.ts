import type { LocalDate, MeterId, PremisesId } from '@dvor/kernel';
import type { MeterActInMonth } from '@dvor/metering';
import type { AccessRefused, ActNamed, Interference, MeterFacts } from '../core/index.js';

/** The acts of a month, as premises and meters ask for them. */
export class ActsInMonth {
  private readonly byPremises = new Map<PremisesId | null, MeterActInMonth[]>();

  constructor(acts: readonly MeterActInMonth[]) {
    for (const act of acts) {
      const own = this.byPremises.get(act.premisesId);
      if (own) own.push(act);
      else this.byPremises.set(act.premisesId, [act]);
    }
  }

  /** What was refused and interfered with in a premises, by the services of the meters' resources. */
  of(
    premisesId: PremisesId | null,
    codesOf: (resource: string) => readonly string[],
  ): { readonly accessRefused?: readonly AccessRefused[]; readonly interferences?: readonly Interference[] } {
    const acts = this.byPremises.get(premisesId);
    if (!acts) return {};
    const refused = refusalsOf(acts.filter(({ kind }) => kind === 'access-refused'));
    const accessRefused = refused.flatMap(({ resource, ...refusal }) =>
      codesOf(resource).map((service) => ({ service, ...refusal })),
    );
    const interferences = acts
      .filter(({ kind }) => kind === 'interference')
      .flatMap(({ resource, dated, number, months }) =>
        codesOf(resource).map((service) => ({ service, act: dated, number, months: months! })),
      );
    return {
      ...(accessRefused.length > 0 && { accessRefused }),
      ...(interferences.length > 0 && { interferences }),
    };
  }

  /** A failure lasts until the meter is replaced: mended, it is put into use as a new one (ПП 354, п. 81(12), 81(13)). */
  failureOf({
    id,
    premisesId,
  }: {
    id: MeterId;
    premisesId: PremisesId | null;
  }): Pick<MeterFacts, 'failed' | 'failedBy'> {
    const act = this.byPremises.get(premisesId)?.find(({ kind, meterId }) => kind === 'meter-failed' && meterId === id);
    return act ? { failed: act.from, failedBy: named(act) } : {};
  }
}

/**
 * Acts of one resource follow each other until access is given: the first and the second of them count, and the first
 * day on which one of them says that access was given ends both.
 */
function refusalsOf(acts: readonly MeterActInMonth[]): (Omit<AccessRefused, 'service'> & { resource: string })[] {
  const chains: { acts: MeterActInMonth[]; until: LocalDate | null }[] = [];
  for (const act of acts) {
    const open = chains.find(
      ({ acts: [first], until }) => first!.resource === act.resource && (until === null || act.from < until),
    );
    if (!open) chains.push({ acts: [act], until: act.to });
    else {
      open.acts.push(act);
      if (act.to !== null && (open.until === null || act.to < open.until)) open.until = act.to;
    }
  }
  return chains.map(({ acts: [first, second], until }) => ({
    resource: first!.resource,
    first: first!.from,
    second: second?.from ?? null,
    until,
    acts: [first!, ...(second ? [second] : [])].map(named),
  }));
}

function named({ number, dated }: MeterActInMonth): ActNamed {
  return { number, date: dated };
}
