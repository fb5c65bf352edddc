import type { Schemas } from '@dvor/api-client';

export type DocumentKind = Schemas['DocumentKind'];

/** In the order in which they are met at an accountant's desk. */
export const DOCUMENT_KINDS = [
  'register-extract',
  'agreement',
  'application',
  'act',
  'certificate',
  'decision',
  'protocol',
  'court-ruling',
  'other',
] as const satisfies readonly DocumentKind[];

/** On what ground something is changed, as it stands in a form. */
export interface Basis {
  readonly reason: string;
  readonly hasPaper: boolean;
  readonly paper: {
    readonly kind: DocumentKind;
    readonly number: string;
    readonly dated: string;
    readonly issuer: string;
  };
}

export const emptyBasis = (kind: DocumentKind = 'register-extract'): Basis => ({
  reason: '',
  hasPaper: false,
  paper: { kind, number: '', dated: '', issuer: '' },
});
