/** P = T · quantity */
export interface OneOffWorking {
  readonly formula: 'one-off';
  readonly clause: string;
  readonly unit: string;
  /** Roubles for one. */
  readonly rate: string;
  readonly vat?: string | undefined;
  readonly rounded?: number;
  readonly quantity: string;
  readonly name: string;
  /** Id, number and ISO day of the act. */
  readonly act: { readonly id: string; readonly number: string; readonly date: string };
  /** ISO day on which the act is reversed. */
  readonly reversedOn?: string | undefined;
  /** Roubles. */
  readonly prepaid?: string | undefined;
}
