import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A page's column. With `fill` it is as tall as the window and its table scrolls inside. */
export function Page({ fill, children }: { fill?: boolean; children: ReactNode }) {
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      {children}
    </div>
  );
}

export function Section(props: { title: ReactNode; note?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <div>
          <h2 className={classes.sectionTitle}>{props.title}</h2>
          {props.note && <div className={classes.sectionNote}>{props.note}</div>}
        </div>
        {props.actions && <div className={classes.actions}>{props.actions}</div>}
      </div>
      {props.children}
    </section>
  );
}

export function Toolbar({ children }: { children: ReactNode }) {
  return <div className={classes.toolbar}>{children}</div>;
}

/** What stands at the far end of a toolbar. */
export function ToolbarEnd({ children }: { children: ReactNode }) {
  return <div className={classes.toolbarEnd}>{children}</div>;
}

/** A sheet of paper on the page: related things with one border around them. */
export function Sheet({ children }: { children: ReactNode }) {
  return <div className={classes.sheet}>{children}</div>;
}
