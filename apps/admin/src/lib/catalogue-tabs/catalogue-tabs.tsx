import { PageHeader, useMessages } from '@dvor/ui';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { tabMessages } from './messages.js';

export const CATALOGUE_LISTS = [
  'services',
  'suppliers',
  'tariffs',
  'norms',
  'coefficients',
  'drafts',
  'assignments',
  'seasons',
  'benefits',
  'works',
] as const;
export type CatalogueList = (typeof CATALOGUE_LISTS)[number];
type CatalogueTab = CatalogueList | 'formulas' | 'law' | 'settings';

const ADDRESSES: Readonly<Record<CatalogueTab, string>> = {
  services: '/catalogue',
  suppliers: '/catalogue?tab=suppliers',
  tariffs: '/catalogue?tab=tariffs',
  norms: '/catalogue?tab=norms',
  coefficients: '/catalogue?tab=coefficients',
  drafts: '/catalogue?tab=drafts',
  assignments: '/catalogue?tab=assignments',
  seasons: '/catalogue?tab=seasons',
  benefits: '/catalogue?tab=benefits',
  works: '/catalogue?tab=works',
  formulas: '/formulas',
  law: '/law',
  settings: '/law/settings',
};

/** So many names stand in one row of a desk’s screen. */
const NARROW = 10;

/** The head of every list of the section, whichever feature keeps the list. */
export function CatalogueHead({ tab, actions }: { tab: CatalogueTab; actions?: ReactNode }) {
  const t = useMessages(tabMessages);
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('title')} actions={actions} />
      <Tabs value={tab} onChange={(next) => next && void navigate(ADDRESSES[next as CatalogueTab])}>
        <Tabs.List>
          {(Object.keys(ADDRESSES) as CatalogueTab[]).map((name) => (
            <Tabs.Tab key={name} value={name} px={NARROW}>
              {t(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
    </>
  );
}
