export const READING_SOURCES = ['accountant', 'resident', 'import', 'payment', 'device', 'act'] as const;

/** Who or what a reading came from. */
export type ReadingSource = (typeof READING_SOURCES)[number];

export const METERED_RESOURCES = ['cold-water', 'hot-water', 'electricity', 'gas', 'heating'] as const;

/** What a meter can measure. */
export type MeteredResource = (typeof METERED_RESOURCES)[number];
