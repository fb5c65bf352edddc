import classes from './layout.module.css';

/** A courtyard seen from above: a block with an open middle and a way in. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden className={classes.mark}>
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4h-4v-6h2.5a.5.5 0 0 0 .5-.5v-7a.5.5 0 0 0-.5-.5h-9a.5.5 0 0 0-.5.5v7a.5.5 0 0 0 .5.5H10v6H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4Z"
      />
    </svg>
  );
}

export function Brand({ name, size }: { name: string; size?: number }) {
  return (
    <span className={classes.brand}>
      <BrandMark size={size} />
      <span>{name}</span>
    </span>
  );
}
