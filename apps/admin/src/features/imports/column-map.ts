/** Which column, from 0, each field is read from. */
export type ColumnMap = Readonly<Record<string, number>>;

/** The field that each column is read as. */
export function columnFields(map: ColumnMap): ReadonlyMap<number, string> {
  return new Map(Object.entries(map).map(([field, column]) => [column, field]));
}

/** A column is read as one field and a field from one column: who else had it loses it. */
export function withColumn(map: ColumnMap, column: number, field: string | null): ColumnMap {
  const others = Object.entries(map).filter(([name, at]) => at !== column && name !== field);
  return Object.fromEntries(field === null ? others : [...others, [field, column]]);
}

/** Groups of fields of which none is read and one must be. */
export function missingOf(needed: readonly (readonly string[])[], map: ColumnMap): readonly (readonly string[])[] {
  return needed.filter((group) => !group.some((field) => field in map));
}

/** `28` as Excel calls it: `AC`. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}
