export { ConfirmDialog } from './feedback/confirm-dialog.js';
export { CountProgress } from './feedback/count-progress.js';
export { EmptyState } from './feedback/empty-state.js';
export { ErrorBoundary } from './feedback/error-boundary.js';
export { ErrorState } from './feedback/error-state.js';
export { Notice, type NoticeTone } from './feedback/notice.js';
export { ProblemNotice } from './feedback/problem-notice.js';
export { type ProblemWords, useProblemWords } from './feedback/problem-words.js';
export { StatusBadge, type Tone } from './feedback/status-badge.js';
export { ExplainedFigure } from './figures/explained-figure.js';
export { Explanation, type ExplanationStep, type LineExplanation } from './figures/explanation.js';
export { Figure, FigureStrip } from './figures/figure.js';
export { MonthColumns } from './figures/month-columns.js';
export { EstimatedMark } from './figures/estimated-mark.js';
export { MoneyText } from './figures/money-text.js';
export { ratesText } from './figures/rates.js';
export { volumeColumn, VolumeText } from './figures/volume-text.js';
export { unbrokenAddress } from './format/address.js';
export { capitalized } from './format/dates.js';
export type { Language } from './format/language.js';
export { sumMoney } from './format/money.js';
export { roundTotal, sumQuantities } from './format/quantity.js';
export { readTypedDate } from './format/typed-date.js';
export { type Format, useFormat } from './format/use-format.js';
export {
  currentLanguage,
  defineMessages,
  setLanguage,
  useLanguage,
  useLooseMessages,
  useMessages,
} from './i18n/i18n.js';
export { Brand, BrandMark } from './layout/brand.js';
export { DayField } from './layout/day-field.js';
export { Code, type Fact, Facts } from './layout/facts.js';
export { Form, FormDialog, FormGrid, FormSection } from './layout/form-dialog.js';
export { Page, Section, Sheet, Toolbar, ToolbarEnd } from './layout/page.js';
export { PageHeader } from './layout/page-header.js';
export { PasswordField } from './layout/password-field.js';
export { SearchField } from './layout/search-field.js';
export { PeriodSwitch } from './layout/period-switch.js';
export { downloadFile, saveBlob } from './session/download.js';
export { answer } from './session/answer.js';
export type { Http } from './session/http.js';
export { ApiProblem, type FieldProblem, isPassing } from './session/problem.js';
export { Session, type SessionState, type SignedIn } from './session/session.js';
export {
  SessionProvider,
  useHttp,
  useMay,
  useSession,
  useSessionState,
  useSignedIn,
} from './session/session-context.js';
export { csvFigure, csvText } from './table/csv.js';
export { CsvButton, type CsvTable } from './table/csv-button.js';
export { type Column, DataTable } from './table/data-table.js';
export { createDvorTheme } from './theme/theme.js';
export { UiProvider } from './theme/ui-provider.js';
