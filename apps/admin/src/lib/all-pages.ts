interface PageOf<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** The whole list, page after page; `onCount` hears how many rows are there so far. */
export async function allPages<T>(
  page: (cursor: string | null) => Promise<PageOf<T>>,
  onCount: (rows: number) => void = () => undefined,
): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | null = null;
  do {
    const { items, nextCursor }: PageOf<T> = await page(cursor);
    rows.push(...items);
    onCount(rows.length);
    cursor = nextCursor;
  } while (cursor !== null);
  return rows;
}
