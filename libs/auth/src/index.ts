export { ACCESS_SECONDS, type AccessClaims, AccessTokens, type Audience } from './access-token.js';
export { type ApiKey, ApiKeys, type NewApiKey } from './api-keys.js';
export { looksLikeApiKey } from './api-key-text.js';
export { type AuditFilter, type AuditRow, AuditTrail } from './audit-trail.js';
export { AuthModule } from './auth.module.js';
export {
  type Caller,
  type KeyHolder,
  type Member,
  type ResidentCaller,
  type SignedIn,
  type StaffCaller,
  tenantOf,
} from './caller.js';
export { Callers, type LinkedAccount } from './callers.js';
export {
  isTimeZone,
  type NewOrganization,
  type Organization,
  ORGANIZATION_KINDS,
  type OrganizationKind,
  Organizations,
  type Requisites,
} from './organizations.js';
export { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.js';
export { type Membership, type NewPerson, People, type Profile } from './people.js';
export {
  KEY_SCOPES,
  mayDo,
  type Permission,
  PERMISSIONS,
  PERMISSIONS_OF,
  type Powers,
  type Role,
  ROLES,
  rolesWith,
} from './permissions.js';
export { type KeyedRequest, RepeatedRequests, type StoredAnswer } from './repeated-requests.js';
export { type Device, type OpenSession, type SessionRow, Sessions } from './sessions.js';
export { FAILURES_TO_LOCK, LOCK_MINUTES, SignIn } from './sign-in.js';
export { Upkeep } from './upkeep.js';
