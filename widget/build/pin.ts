/**
 * `npm run pin -- https://leads.example.com` after a build: keeps this build's widget and its lazy parts in `pinned/`, from
 * where every later build takes them along, and prints the lines for pages that pin it. Commit the folder: a deployment
 * without it would take the script away from those pages.
 */
import { cpSync, mkdirSync } from 'node:fs';
import { readPinned } from './pinned.ts';

const origin = process.argv[2] ?? 'https://leads.example.com';
const build = new URL('../../dist/client/', import.meta.url);
const kept = new URL('../../pinned/', import.meta.url);

const { script, toTag, toImportMap } = readPinned(build);
mkdirSync(kept, { recursive: true });
cpSync(new URL(script, build), new URL(script, kept));
cpSync(new URL('assets/', build), new URL('assets/', kept), { recursive: true });

console.log(`Kept ${script} and its parts in pinned/. Commit that folder.

The script, pinned:
${toTag(origin)}
The lazy parts, pinned too, where the page may hold an import map (before the script):
${toImportMap(origin)}`);
