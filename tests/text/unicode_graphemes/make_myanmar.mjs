// SPDX-License-Identifier: MIT
// node make_myanmar.mjs > myanmar.txt: texts of Myanmar's letters, signs and stacks at random, well-formed or not, and how many code
// points each of their extended grapheme clusters has, as in answers.txt.
const letters = [];
for (const [first, last] of [[0x1000, 0x109f], [0xa9e0, 0xa9fe], [0xaa60, 0xaa7f]])
  for (let c = first; c <= last; ++c) letters.push(String.fromCodePoint(c));
const usual = [..."ကခဂငစတဒဓနပမယရလသဟာိုေံ့း", ..."\u1039\u1039\u1039\u1039\u103a\u103a\u103b\u103c\u103d\u103e\u1037\u200c\u200d"];
let state = 17;
const below = (n) => (state = (state * 48271) % 2147483647) % n;
const segmenter = new Intl.Segmenter("my", { granularity: "grapheme" });
console.log(`# Unicode ${process.versions.unicode}, ICU ${process.versions.icu}, Node ${process.versions.node}`);
for (let i = 0; i < 2000; ++i) {
  let text = "";
  for (let n = 8; n > 0; --n) text += below(4) === 0 ? letters[below(letters.length)] : usual[below(usual.length)];
  console.log(text + "\t" + [...segmenter.segment(text)].map((cluster) => [...cluster.segment].length.toString(36)).join(""));
}
