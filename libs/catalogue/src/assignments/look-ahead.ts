import { DomainError, formatDate, type HouseId, type LocalDate, type ServiceId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { KnownMethod } from './method-settings.js';

/** What will leave the house's bills without a figure unless it is entered: nothing of these premises matches. */
export type AssignmentWarning = 'no-tariff' | 'no-norm' | 'no-common-area';

interface Asked {
  readonly serviceId: ServiceId;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly premisesKinds: readonly string[];
  readonly from: LocalDate;
  readonly houseIds: readonly HouseId[];
}

interface FoundHouse {
  readonly id: HouseId;
  readonly house: string;
  readonly area: boolean;
  readonly commonArea: boolean;
  readonly tariff: boolean;
  readonly norm: boolean;
}

/**
 * What a way of charging will not find at some houses on its first day.
 *
 * @throws DomainError `assignment.no-area`, `assignment.no-common-area` naming the house
 */
export async function lookAhead(
  tx: Tx,
  { settings, houseIds, ...asked }: Asked,
  { areas = [], norms = false }: Pick<KnownMethod, 'areas' | 'norms'>,
): Promise<Map<HouseId, AssignmentWarning[]>> {
  const found = await tx.query<FoundHouse[]>(FOUND, [
    [...new Set(houseIds)],
    asked.serviceId,
    formatDate(asked.from),
    asked.premisesKinds,
  ]);
  const byNorm =
    norms && (settings['mode'] === undefined || ['norm', 'season', 'even'].includes(String(settings['mode'])));
  return new Map(
    found.map(({ id, house, area, commonArea, tariff, norm }) => {
      if (areas.includes('area') && !area) throw new DomainError('assignment.no-area', { house });
      const lacksCommon = areas.includes('commonArea') && !commonArea;
      if (lacksCommon && settings['mode'] === 'norm') throw new DomainError('assignment.no-common-area', { house });
      const warnings: AssignmentWarning[] = [];
      if (!tariff) warnings.push('no-tariff');
      if (byNorm && !norm) warnings.push('no-norm');
      if (lacksCommon && settings['mode'] === 'actual') warnings.push('no-common-area');
      return [id, warnings];
    }),
  );
}

const matchesSome = (table: 'tariffs' | 'norms') => `
  exists (select from ${table} r
           where r.service_id = $2 and r.superseded_at is null and r.valid @> $3::date
             and (t.traits is null and r.applies_to = '{}' or t.traits @> r.applies_to))`;

// A house of which no premises is entered yet has only its own traits.
const FOUND = `
  select h.id, concat_ws(', ', h.street, h.building) as house,
         f.area is not null or bool_or(t.area is not null) as area, f.common_area is not null as "commonArea",
         bool_or(${matchesSome('tariffs')}) as tariff, bool_or(${matchesSome('norms')}) as norm
    from houses h
    left join house_facts f on f.house_id = h.id and f.superseded_at is null and f.valid @> $3::date
    left join lateral (
         select distinct coalesce(f.traits, '{}') || s.traits || jsonb_build_object('kind', p.kind) as traits, 1 as area
           from premises p join premises_facts s on s.premises_id = p.id and s.superseded_at is null and s.valid @> $3::date
          where p.house_id = h.id and p.kind = any ($4::text[])) t on true
   where h.id = any ($1)
   group by h.id, h.street, h.building, f.area, f.common_area`;
