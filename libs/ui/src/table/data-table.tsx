import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  /** px; columns without a width share what is left. */
  readonly width?: number;
  /** Figures stand at the end, decimals under decimals. */
  readonly align?: 'end';
  readonly cell: (row: Row) => ReactNode;
  /** Stands in the totals row. */
  readonly total?: ReactNode;
}

interface Props<Row> {
  /** What the table holds, for those who listen to it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** `undefined` while they are on their way. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly selectedKey?: string | null;
  readonly empty?: ReactNode;
  /** The table takes the height that is left and scrolls inside; else it is as long as its rows. */
  readonly fill?: boolean;
  /** Long texts wrap and rows grow; for lists of sentences, not of figures. */
  readonly wrap?: boolean;
  /** Below this width the table scrolls sideways instead of squeezing. */
  readonly minWidth?: number;
  readonly onNearEnd?: () => void;
}

const ROW_HEIGHT = 32;
const VIRTUAL_FROM = 120;
const SKELETON_ROWS = 8;

/** Arrows, Home, End and Page keys walk the rows, Enter opens one. The first key is Tab into the table. */
export function DataTable<Row>(props: Props<Row>) {
  const { columns, rows, rowKey, onOpen, fill, wrap } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const scrolls = useScrolls(scroller, rows);
  const [active, setActive] = useState(0);
  const count = rows?.length ?? 0;
  const virtual = Boolean(fill) && !wrap && count > VIRTUAL_FROM;

  // eslint-disable-next-line react-hooks/incompatible-library -- the React Compiler is not used here
  const virtualizer = useVirtualizer({
    count: virtual ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollPaddingStart: ROW_HEIGHT,
    scrollPaddingEnd: ROW_HEIGHT,
  });
  const items = virtual ? virtualizer.getVirtualItems() : null;
  const from = items?.[0]?.index ?? 0;
  const to = items ? (items.at(-1)?.index ?? -1) + 1 : count;
  const totals = rows && count > 0 && columns.some((column) => column.total !== undefined);

  const { onNearEnd } = props;
  const nearEnd = virtual && to > count - 40;
  useEffect(() => {
    if (nearEnd) onNearEnd?.();
  }, [nearEnd, count, onNearEnd]);

  function focusRow(index: number): void {
    const next = Math.max(0, Math.min(count - 1, index));
    setActive(next);
    if (virtual) virtualizer.scrollToIndex(next);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`tr[data-index="${next}"]`)?.focus({ preventScroll: virtual });
    });
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>): void {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 15,
      PageUp: active - 15,
      Home: 0,
      End: count - 1,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      focusRow(next);
    } else if (event.key === 'Enter' && onOpen && rows?.[active]) {
      event.preventDefault();
      onOpen(rows[active]);
    }
  }

  function onRowClick(event: MouseEvent, index: number, row: Row): void {
    setActive(index);
    const onControl = event.target instanceof Element && event.target.closest('a, button, input') !== null;
    if (onControl || document.getSelection()?.toString()) return;
    onOpen?.(row);
  }

  if (rows && count === 0) return <div className={fill ? classes.emptyFill : undefined}>{props.empty}</div>;

  return (
    <div
      ref={scroller}
      className={fill ? classes.fill : classes.plain}
      tabIndex={scrolls && !onOpen ? 0 : undefined} // without rows to walk it is scrolled by the arrows itself
      onScroll={
        fill && !virtual && onNearEnd
          ? ({ currentTarget: at }) => at.scrollHeight - at.scrollTop - at.clientHeight < 600 && onNearEnd()
          : undefined
      }
    >
      <table
        className={classes.table}
        data-wrap={wrap || undefined}
        aria-label={props.label}
        aria-busy={!rows}
        aria-rowcount={virtual ? count : undefined}
        style={{ minWidth: props.minWidth }}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {!rows && <SkeletonRows columns={columns} />}
          {virtual && <Spacer height={from * ROW_HEIGHT} columns={columns.length} />}
          {rows?.slice(from, to).map((row, i) => {
            const index = from + i;
            const key = rowKey(row);
            return (
              <tr
                key={key}
                data-index={index}
                data-open={onOpen ? true : undefined}
                aria-selected={props.selectedKey === undefined ? undefined : props.selectedKey === key}
                aria-rowindex={virtual ? index + 1 : undefined}
                tabIndex={onOpen ? (index === Math.min(active, count - 1) ? 0 : -1) : undefined}
                onFocus={() => setActive(index)}
                onClick={onOpen ? (event) => onRowClick(event, index, row) : undefined}
              >
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {virtual && <Spacer height={(count - to) * ROW_HEIGHT} columns={columns.length} />}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} data-align={column.align}>
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** Whether there is more than is seen. */
function useScrolls(scroller: RefObject<HTMLDivElement | null>, rows: unknown): boolean {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const at = scroller.current;
    if (!at) return undefined;
    const watch = new ResizeObserver(() =>
      setScrolls(at.scrollWidth > at.clientWidth || at.scrollHeight > at.clientHeight),
    );
    watch.observe(at);
    return () => watch.disconnect();
  }, [scroller, rows]);
  return scrolls;
}

function SkeletonRows<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return Array.from({ length: SKELETON_ROWS }, (_, row) => (
    <tr key={row} aria-hidden>
      {columns.map((column, i) => (
        <td key={column.key} data-align={column.align}>
          <span className={classes.bone} style={{ width: `${35 + ((row * 17 + i * 29) % 45)}%` }} />
        </td>
      ))}
    </tr>
  ));
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return height > 0 ? (
    <tr aria-hidden className={classes.spacer}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null;
}
