import { firstDay, formatDate, type HouseId, type Period, type RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { charge, type HouseFigures } from '../core/index.js';
import { snapshotOf } from '../runs/snapshot.js';

/** Since which engine runs write down what their houses divided. */
const SINCE_ENGINE = 5;

/**
 * What houses divided between all their accounts in a closed month, as it came out last: in its own run, or where a
 * later one replayed the whole house. Of runs before figures were written down they are reckoned from the snapshot.
 */
export async function figuresOfMonth(
  tx: Tx,
  houseIds: readonly HouseId[],
  month: Period,
): Promise<Map<HouseId, HouseFigures>> {
  const rows = await tx.query<FiguresRow[]>(FIGURES, [houseIds, formatDate(firstDay(month))]);
  const figures = new Map<HouseId, HouseFigures>();
  for (const { houseId, runId, own, engine, figures: found } of rows) {
    const asFound =
      own && Number(engine) < SINCE_ENGINE ? charge(await snapshotOf(tx, runId, houseId), month).figures : found;
    figures.set(houseId, mergeFigures(figures.get(houseId), asFound));
  }
  return figures;
}

/** What is known later stands in place of what was known before. */
export function mergeFigures(known: HouseFigures | undefined, more: HouseFigures | null): HouseFigures {
  const area = more?.area ?? known?.area;
  return { ...(area != null && { area }), divided: { ...known?.divided, ...more?.divided } };
}

interface FiguresRow {
  readonly houseId: HouseId;
  readonly runId: RunId;
  /** Of the month's own run. */
  readonly own: boolean;
  readonly engine: string;
  readonly figures: HouseFigures | null;
}

const FIGURES = `
  select h.house_id as "houseId", r.id as "runId", true as own, r.engine_version as engine, h.figures, r.period
    from billing_run_houses h join billing_runs r on r.id = h.run_id and r.state = 'closed' and r.period = $2::date
   where h.house_id = any ($1)
  union all
  select h.house_id, r.id, false, r.engine_version, h.figures, r.period
    from billing_run_replayed h join billing_runs r on r.id = h.run_id and r.state = 'closed'
   where h.house_id = any ($1) and h.origin = $2::date and h.figures is not null
   order by period`;
