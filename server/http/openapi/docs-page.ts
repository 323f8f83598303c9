import type { OpenApiDocument } from './build-openapi.ts';

/** The style of the page, by itself so that its hash can stand in the policy; in the product's typeface where that is served. */
export function docsStyle(font: string | undefined): string {
  return font === undefined
    ? plainStyle
    : `@font-face{font-family:"Inter Variable";src:url("${font}") format("woff2");font-weight:100 900;font-display:swap}${plainStyle}`;
}

const plainStyle = `
:root{color-scheme:light dark;--ink:light-dark(#1c2024,#e6e8eb);--soft:light-dark(#60646c,#9ba1a6);--line:light-dark(#e0e2e6,#33373b);--back:light-dark(#fff,#16181a);--code:light-dark(#f6f7f8,#1e2124);--accent:light-dark(#0b5fd0,#79b0ff)}
body{margin:0;background:var(--back);color:var(--ink);font:420 14px/1.5 "Inter Variable",Inter,system-ui,sans-serif}
main{max-width:64rem;margin:0 auto;padding:2rem 1rem}
h1,h2,h3,.verb{font-weight:620}h1{font-size:1.25rem}h2{margin-top:3rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:0}
a{color:var(--accent)}nav ul{columns:3;padding-left:1.2rem}
article{border:1px solid var(--line);border-radius:8px;padding:1rem;margin:1rem 0}
code,pre{font:13px/1.5 ui-monospace,monospace}code,summary,p{overflow-wrap:anywhere}pre{background:var(--code);padding:.75rem;border-radius:6px;overflow:auto;max-height:24rem}
.verb{display:inline-block;min-width:4rem;text-transform:uppercase}.said{color:var(--soft);margin:.25rem 0}
table{border-collapse:collapse}td,th{text-align:left;padding:.15rem 1rem .15rem 0;vertical-align:top}
summary{cursor:pointer}
@media (max-width:40rem){nav ul{columns:1}}
`;

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: { readonly [key: string]: unknown };
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
      }
    >
  >;
}

/** The document as a page for people: whole in itself, without a script. */
export function docsPage(document: OpenApiDocument, font?: string): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([verb, operation]) => ({ path, verb, ...(operation as Operation) })),
  );
  const tags = (document.tags ?? []).map(({ name }) => name);
  const parts = tags.map((tag) => {
    const own = operations.filter((operation) => operation.tags?.includes(tag) === true);
    return `<h2 id="${text(tag)}">${text(tag)}</h2>${own.map(article).join('')}`;
  });
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<article id="schema-${text(name)}"><details><summary><code>${text(name)}</code></summary>${shown(schema)}</details></article>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(document.info.title)} API</title><style>${docsStyle(font)}</style></head><body><main>
<h1>${text(document.info.title)} API</h1><p>${prose(document.info.description ?? '').replaceAll('\n\n', '</p><p>')}</p>
<p>The same for programs: <a href="/api/v1/openapi.json">openapi.json</a></p>
<nav aria-label="Parts"><ul>${tags.map((tag) => `<li><a href="#${text(tag)}">${text(tag)}</a></li>`).join('')}</ul></nav>
${parts.join('')}<h2>Schemas</h2>${schemas.join('')}</main></body></html>`;
}

function article({
  path,
  verb,
  ...operation
}: Operation & { readonly path: string; readonly verb: string }): string {
  const {
    operationId = '',
    summary = '',
    description = '',
    parameters = [],
    requestBody,
    responses = {},
  } = operation;
  const rows = parameters.map(
    ({ name, in: place, required = false, schema = {} }) =>
      `<tr><td><code>${text(name)}</code></td><td>${text(place)}</td><td>${required ? 'needed' : ''}</td><td>${text(kindOf(schema))}</td></tr>`,
  );
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<p class="said">Body, ${text(type)}</p>${shown(schema)}`,
  );
  const answers = Object.entries(responses).map(
    ([status, { description: said, content = {} }]) =>
      `<details><summary>${text(status)}: ${prose(said)}</summary>${Object.entries(content)
        .map(([type, { schema }]) => `<p class="said">${text(type)}</p>${shown(schema)}`)
        .join('')}</details>`,
  );
  return `<article id="${text(operationId)}"><h3><span class="verb">${text(verb)}</span> <code>${text(path)}</code></h3>
<p>${prose(summary)}</p><p class="said">${prose(description)}</p>${rows.length === 0 ? '' : `<table>${rows.join('')}</table>`}
${bodies.join('')}${answers.join('')}</article>`;
}

const shown = (schema: unknown): string =>
  `<pre tabindex="0">${linked(text(JSON.stringify(schema, null, 2) ?? ''))}</pre>`;

/** What a parameter takes, in a few words. */
function kindOf({
  enum: values,
  const: only,
  type,
  default: plain,
}: {
  readonly [key: string]: unknown;
}): string {
  const kind = Array.isArray(values) ? values.join(' | ') : String(only ?? type ?? '');
  return plain === undefined ? kind : `${kind}; ${String(plain)} when left out`;
}

/** Leads from each reference to what it refers to. */
function linked(shownSchema: string): string {
  return shownSchema.replaceAll(
    /#\/components\/schemas\/(\w+)/g,
    (whole, name: string) => `<a href="#schema-${name}">${whole}</a>`,
  );
}

/** Sentences as HTML shows them, with what stands between backticks as code. */
function prose(given: string): string {
  return text(given).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

/** Text as HTML shows it. */
function text(given: string): string {
  return given
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
