import { Page } from '@dvor/ui';
import { CATALOGUE_LISTS } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { AssignmentsList } from './assignments-list.js';
import { BenefitsList } from './benefits-list.js';
import { CoefficientsList } from './coefficients-list.js';
import { DraftsList } from './drafts-list.js';
import { RatesList } from './rates-list.js';
import { SeasonsList } from './seasons-list.js';
import { ServicesList } from './services-list.js';
import { SuppliersList } from './suppliers-list.js';
import { WorksList } from './works-list.js';

export default function CataloguePage() {
  const [tab] = useUrlFilter('tab');
  const list = CATALOGUE_LISTS.find((name) => name === tab) ?? 'services';
  return (
    <Page fill>
      {list === 'services' && <ServicesList />}
      {list === 'suppliers' && <SuppliersList />}
      {list === 'tariffs' && <RatesList key="tariff" kind="tariff" />}
      {list === 'norms' && <RatesList key="norm" kind="norm" />}
      {list === 'coefficients' && <CoefficientsList />}
      {list === 'drafts' && <DraftsList />}
      {list === 'assignments' && <AssignmentsList />}
      {list === 'seasons' && <SeasonsList />}
      {list === 'benefits' && <BenefitsList />}
      {list === 'works' && <WorksList />}
    </Page>
  );
}
