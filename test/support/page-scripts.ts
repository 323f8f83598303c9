import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { ServerBuild } from '@remix-run/node';

/** A page of the web application and the scripts that its first view loads. */
export interface PageScripts {
  /** Its address, with `:name` where something is filled in. */
  readonly path: string;
  readonly files: readonly string[];
  /** All of them as the product sends them, compressed. */
  readonly bytes: number;
}

const folder = join('build', 'web');

/** Every page of the built web application with the scripts it begins with, the heaviest first. */
export async function pageScripts(): Promise<PageScripts[]> {
  const { assets, routes } = (await import(
    pathToFileURL(join(process.cwd(), folder, 'server', 'index.js')).href
  )) as ServerBuild;
  const weights = new Map<string, Promise<number>>();
  const weigh = (file: string): Promise<number> => {
    const known = weights.get(file) ?? compressed(file);
    weights.set(file, known);
    return known;
  };
  const pages = Object.values(assets.routes).flatMap((route) =>
    route === undefined || route.id === 'root' || routes[route.id]?.module.default === undefined
      ? []
      : [chainOf(route.id, assets)],
  );
  const found = pages
    .filter((chain) => chain.some(({ index, path }) => index === true || path !== undefined))
    .map(async (chain) => {
      const parts = [assets.entry, ...chain].flatMap(({ module, imports = [] }) => [module, ...imports]);
      const files = [...new Set([assets.url, ...parts])];
      const weight = await Promise.all(files.map(weigh));
      const path = `/${chain.flatMap(({ path: part = '' }) => (part === '' ? [] : part)).join('/')}`;
      return { path, files, bytes: weight.reduce((sum, bytes) => sum + bytes, 0) };
    });
  return (await Promise.all(found)).sort((a, b) => b.bytes - a.bytes);
}

type Assets = ServerBuild['assets'];
type Route = NonNullable<Assets['routes'][string]>;

/** A route within all that stand around it, the outermost first. */
function chainOf(id: string, assets: Assets): Route[] {
  const route = assets.routes[id];
  if (route === undefined) return [];
  return [...(route.parentId === undefined ? [] : chainOf(route.parentId, assets)), route];
}

async function compressed(file: string): Promise<number> {
  return gzipSync(await readFile(join(folder, 'client', file)), { level: 6 }).length;
}
