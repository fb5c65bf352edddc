/** A reading of a meter as a payer types it into a bank's form; zones are parted by slashes. */
export interface ToldReading {
  /** The meter's own number. */
  readonly serial: string;
  readonly value: string;
}

/** What a payment's fields say of meters. */
export interface ToldReadings {
  readonly meters: readonly ToldReading[];
  /** In the words of a message: `ХВС 123 ГВС 45`; `null`: nothing. */
  readonly message: string | null;
}

/** Longer is no reading. */
const LONGEST = 200;

/**
 * Readings in the fields that a contract adds to a payment: `counterid1=12345678&counterval1=104,5` (names of ГОСТ
 * Р 56042), `reading_12345678=104,5`, or `readings=ХВС 104,5 ГВС 61` in one field. What is empty is not told.
 */
export function toldReadings(fields: Readonly<Record<string, string>>): ToldReadings {
  const told = Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value.trim()] as const);
  const values = new Map(told.filter(([, value]) => value !== '' && value.length <= LONGEST));
  const meters = [...values].flatMap(([name, value]): ToldReading[] => {
    const named = /^reading_(.{1,40})$/u.exec(name)?.[1];
    if (named !== undefined) return [{ serial: named, value }];
    const place = /^counterid(\d{0,2})$/.exec(name)?.[1];
    const amount = place === undefined ? undefined : values.get(`counterval${place}`);
    return amount === undefined ? [] : [{ serial: value, value: amount }];
  });
  return { meters, message: values.get('readings') ?? null };
}
