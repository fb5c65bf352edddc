import classes from './bill.module.css';

/** The shape of what is coming, so that nothing jumps when it comes. */
export function BillSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy>
      {Array.from({ length: 6 }, (_, i) => (
        <div key={i} />
      ))}
    </div>
  );
}
