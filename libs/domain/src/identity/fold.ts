/**
 * A name as people type it without Vietnamese input: no diacritics, đ as d, lower case, single spaces.
 * Typographic quotes and dashes become plain ones, and the Icelandic Ð that old fonts print for Đ counts as one.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/[’‘`ʼ]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name as part of an id: folded, everything but letters and digits turned into single hyphens. */
export function slug(name: string): string {
  return foldName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
