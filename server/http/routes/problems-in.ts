import type { HttpParts } from '../http-parts.ts';

/** A store that does not answer for this long is not there, in ms. */
const patienceMs = 2_000;

/** What keeps this process from being ready, in words; answers within two seconds whatever the store does. */
export async function problemsIn({ problems }: Pick<HttpParts, 'problems'>): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve(['The store does not answer.']), patienceMs);
  });
  try {
    return await Promise.race([problems(), late]);
  } finally {
    clearTimeout(timer);
  }
}
