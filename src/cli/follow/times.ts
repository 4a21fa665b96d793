/** Seconds between two times in RFC 3339, to the millisecond. */
export const secondsBetween = (from: string, until: string): number =>
  Math.max(0, Date.parse(until) - Date.parse(from)) / 1000;

/** `0.1 s` for all that is quicker, `12 s`, `1 min 12 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${Math.ceil(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** `11:20:31`, where the reader is. */
export const clockTime = (time: string): string => new Date(time).toTimeString().slice(0, 8);
