// SPDX-License-Identifier: MIT
// subsrt.mjs FOLDER IN OUT: converts a file with the npm package subsrt-ts that is installed in FOLDER, to the format
// that OUT's ending names, and fsyncs as the others do.
import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, source, target] = process.argv.slice(2);
const main = resolve(folder, "node_modules/subsrt-ts/dist/subsrt.js");
const { convert } = await import(pathToFileURL(main));
const text = convert(readFileSync(source, "utf8"), { format: extname(target).slice(1) });
const file = openSync(target, "w");
writeFileSync(file, text);
fsyncSync(file);
closeSync(file);
