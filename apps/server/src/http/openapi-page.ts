import type { OpenApiDocument, Operation, Parameter } from './openapi.js';

/**
 * The API's documentation as a page that works without script: every route with its right, parameters and shapes.
 * All text is escaped; the style comes from a file, as the content security policy demands.
 */
export function openApiPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = document.tags.map((tag) => String(tag['name']));
  const sections = tags.map((tag) => {
    const rows = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<section id="${escape(tag)}"><h2>${escape(tag)}</h2>${rows.map(operationHtml).join('')}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vedette API</title>
<link rel="stylesheet" href="/api/docs/page.css">
</head>
<body>
<header><h1>Vedette API</h1>
<p>${code(String(document.info['description']))}</p>
<p>All paths are below <code>${escape(String(document.servers[0]?.['url']))}</code>.
The same as <a href="/api/docs/openapi.json">OpenAPI 3.1 (JSON)</a>.</p></header>
<nav aria-label="Parts">${tags.map((tag) => `<a href="#${escape(tag)}">${escape(tag)}</a>`).join(' ')}</nav>
<main>${sections.join('\n')}</main>
</body>
</html>
`;
}

function operationHtml(row: { readonly path: string; readonly method: string; readonly operation: Operation }): string {
  const { path, method, operation } = row;
  const body = operation.requestBody === undefined ? '' : shapes('Body', operation.requestBody.content);
  const answer = Object.entries(operation.responses)
    .filter(([status]) => status !== 'default')
    .map(([status, response]) => {
      const content = 'content' in response ? (response.content ?? {}) : {};
      return Object.keys(content).length === 0
        ? `<p>Answer ${status}, no body</p>`
        : shapes(`Answer ${status}`, content);
    })
    .join('');
  return `<article id="${escape(operation.operationId)}">
<h3><code>${method} ${escape(path)}</code></h3>
<p>${escape(operation.summary)}. ${code(operation.description)}</p>
${parametersHtml(operation.parameters ?? [])}${body}${answer}</article>`;
}

function parametersHtml(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    (parameter) =>
      `<tr><th scope="row"><code>${escape(parameter.name)}</code></th><td>${parameter.in}</td>` +
      `<td>${parameter.required ? 'required' : 'optional'}</td><td><code>${escape(JSON.stringify(parameter.schema))}</code></td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Needed</th><th scope="col">Schema</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function shapes(label: string, content: Readonly<Record<string, { readonly schema: unknown }>>): string {
  return Object.entries(content)
    .map(
      ([type, { schema }]) =>
        `<details><summary>${label}: <code>${escape(type)}</code></summary><pre>${escape(JSON.stringify(schema, undefined, 2))}</pre></details>`,
    )
    .join('');
}

/** Escapes, then shows what stands between back ticks as code. */
function code(text: string): string {
  return escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The style of the documentation page; light and dark from the system. */
export const openApiPageStyle = `:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding-block: 0.5rem; border-block: 1px solid; }
nav a { min-height: 1.5rem; }
h2 { margin-block-start: 2.5rem; border-block-end: 1px solid; }
h3 { margin-block: 1.5rem 0; }
article p { margin-block: 0.25rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
th, td { text-align: start; padding: 0.25rem 0.75rem 0.25rem 0; vertical-align: top; overflow-wrap: anywhere; }
pre { overflow: auto; font-size: 0.8125rem; padding: 0.75rem; border: 1px solid; }
summary { cursor: pointer; }
`;
