import type { Notice } from './notice.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** A notice as plain text: its lines, then where to go. */
export function renderText(notice: Notice): string {
  const lines = notice.link === undefined ? notice.lines : [...notice.lines, '', notice.link];
  return `${lines.join('\n')}\n`;
}

/** A notice as minimal HTML, every word of it escaped; an empty line parts paragraphs. */
export function renderHtml(notice: Notice): string {
  const paragraphs = notice.lines
    .join('\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`);
  if (notice.link !== undefined) {
    const link = escapeHtml(notice.link);
    paragraphs.push(`<p><a href="${link}">${link}</a></p>`);
  }
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${paragraphs.join('')}</body></html>`;
}
