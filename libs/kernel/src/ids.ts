declare const brand: unique symbol;

/** A database id as text, told apart by what it names, so that a house's id never goes where an account's should. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type OrganizationId = Id<'organization'>;
export type UserId = Id<'user'>;
export type HouseId = Id<'house'>;
export type PremisesId = Id<'premises'>;
export type AccountId = Id<'account'>;
export type PartyId = Id<'party'>;
export type ServiceId = Id<'service'>;
export type SupplierId = Id<'supplier'>;
export type MeterId = Id<'meter'>;
export type RunId = Id<'run'>;
export type ReceiptId = Id<'receipt'>;
export type FileId = Id<'file'>;
export type DocumentId = Id<'document'>;
export type AgreementId = Id<'agreement'>;
export type ChannelId = Id<'channel'>;
export type PaymentId = Id<'payment'>;
export type InvoiceId = Id<'invoice'>;
