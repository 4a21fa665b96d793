import { userInfo } from 'node:os';

/** Who does something in a local environment. In a container, a user may have a number only. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.()}`;
  }
}
