import type { NewOrganization } from '@dvor/auth';
import { parsePeriod } from '@dvor/kernel';
import type { SupplierRole } from '../invented/barnaul-services.js';
import { inventFirm, type InventedFirm } from '../invented/requisites.js';

const MANAGER = inventFirm('ООО «УК „Приобский дом“»', 1);

/**
 * Invented, with right check digits. It takes its houses over in October 2025: what it is made of was known from then on.
 */
export const DEMO_ORGANIZATION: NewOrganization = {
  organization: {
    kind: 'management-company',
    name: 'Общество с ограниченной ответственностью «Управляющая компания „Приобский дом“»',
    shortName: 'УК «Приобский дом»',
    inn: MANAGER.inn,
    kpp: MANAGER.kpp,
    ogrn: MANAGER.ogrn,
    address: '656000, Алтайский край, г. Барнаул, пр-кт Приобский, д. 14, пом. Н-1',
    timeZone: 'Asia/Barnaul',
    phone: '+7 (3852) 00-00-00',
    email: 'office@dvor.demo',
  },
  administrator: { name: 'Соколова Марина Викторовна', email: 'accountant@dvor.demo', password: 'dvor-demo' },
  demoNow: new Date('2025-10-20T09:00:00+07:00'),
};

/** Where the clock stands once all is there, until somebody moves it. */
export const DEMO_BEGINS = new Date('2026-11-02T09:00:00+07:00');

export const DEMO_OPERATOR = { name: 'Зыков Артём Олегович', email: 'ops@dvor.demo', password: 'dvor-demo' };
/** The second person, where one person's word is not enough. */
export const DEMO_SENIOR = { name: 'Горбунова Вера Ильинична', email: 'senior@dvor.demo', password: 'dvor-demo' };
export const DEMO_RESIDENT = { email: 'resident@dvor.demo', password: 'dvor-demo' };

export const DEMO_SUPPLIERS: Readonly<Partial<Record<SupplierRole, InventedFirm>>> = {
  manager: MANAGER,
  water: inventFirm('ООО «Приобский водоканал»', 2),
  heat: inventFirm('АО «Приобские тепловые сети»', 3),
  power: inventFirm('АО «Степьэнергосбыт»', 4),
  waste: inventFirm('ООО «Региональный оператор „Чистая степь“»', 5),
  repairs: inventFirm('НКО «Фонд капитального ремонта „Приобье“»', 6),
  intercom: inventFirm('ООО «Домофон-Обь»', 7),
};

/** Months in which the demo's meters were read; it is billed from November 2025 to October 2026. */
export const DEMO_READ = {
  from: parsePeriod('2024-12'),
  to: parsePeriod('2026-10'),
  sure: parsePeriod('2025-10'),
};
