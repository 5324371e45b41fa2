// SPDX-License-Identifier: MIT
// node make.mjs > answers.txt: how many code points each extended grapheme cluster of each Khmer word of the library's
// lists has, by Intl.Segmenter; words in the order of their bytes, a line each, in base 36 without separators ("41" is two clusters).
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const words = new Set();
const folder = new URL("../../../libsubs/data/khmer/words/", import.meta.url);
for (const list of ["khmerlbdict", "khmer_segmenter"]) {
  for (const name of readdirSync(new URL(list + "/", folder))) {
    if (!/^[a-zA-Z_]+\.(txt|tsv)$/.test(name) || name === "LICENSE.txt") continue;
    for (const line of readFileSync(fileURLToPath(new URL(`${list}/${name}`, folder)), "utf8").split("\n")) {
      const word = line.split("\t")[0].replace(/[\r\uFEFF]/g, "");
      if (/^[\u1780-\u17D3\u17DD\u200C]+$/.test(word)) words.add(word);
    }
  }
}
const segmenter = new Intl.Segmenter("km", { granularity: "grapheme" });
console.log(`# Unicode ${process.versions.unicode}, ICU ${process.versions.icu}, Node ${process.versions.node}`);
for (const word of [...words].sort()) {
  console.log([...segmenter.segment(word)].map((cluster) => [...cluster.segment].length.toString(36)).join(""));
}
