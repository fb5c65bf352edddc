import { useEffect, useState } from 'react';

/** What is being typed, once the typing has paused. */
export function useSettled<T>(value: T, milliseconds = 400): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
