interface Days {
  readonly validFrom: string;
  /** The first day on which it no longer holds. */
  readonly validTo: string | null;
}

/** Days between versions that none of them holds; `to: null`: nothing follows the last one. */
export interface Gap {
  readonly from: string;
  readonly to: string | null;
}

export function gapsOf(versions: readonly Days[]): Gap[] {
  const byDay = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return byDay.flatMap(({ validTo }, i) => {
    const next = byDay[i + 1];
    if (validTo === null || (next && next.validFrom <= validTo)) return [];
    return [{ from: validTo, to: next?.validFrom ?? null }];
  });
}
