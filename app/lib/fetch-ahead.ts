/** What the page knows of the parts of every page. */
interface Manifest {
  readonly routes: Readonly<
    Record<
      string,
      {
        readonly module: string;
        readonly imports?: readonly string[];
        readonly css?: readonly string[];
      }
    >
  >;
}

const restMs = 5_000;

/**
 * Some time after the page is there, brings what other pages are made of, one after the other: they keep for good, and a click leads
 * on while the server is gone. Nothing is brought where data is to be saved.
 */
export function fetchAhead(): void {
  const connection: unknown = Reflect.get(navigator, 'connection');
  const saves = typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData');
  if (saves === true) return;
  setTimeout(() => void bring(), restMs);
}

async function bring(): Promise<void> {
  const { routes } = Reflect.get(window, '__remixManifest') as Manifest;
  const parts = Object.values(routes).flatMap(({ module, imports = [], css = [] }) => [
    module,
    ...imports,
    ...css,
  ]);
  for (const part of new Set(parts)) {
    const isThere = await fetch(part, { priority: 'low' })
      .then((answer) => answer.arrayBuffer())
      .then(
        () => true,
        () => false,
      );
    if (!isThere) return;
  }
}
