import { expect, test } from "vitest";
import { matchWords, wholeWords } from "../../src/transform/whole-words.ts";

test.each([
  ["我们用药物治疗。", ["药物"], ["药物"]],
  ["随机对照试验组", ["随机对照试验"], ["随机对照试验"]],
  ["WHO的指南，（WHO）和2020WHO", ["WHO"], ["WHO", "WHO"]],
  ["WHOs 的", ["WHO"], []],
  ["インドの本", ["イン"], []],
  ["薬物療法を行う", ["薬物療法"], ["薬物療法"]],
  ["ワクチンの効果", ["ワクチン"], ["ワクチン"]],
  ["東京都に行く", ["京都"], []],
  ["เขากินยาทุกวัน", ["ยา"], ["ยา"]],
  ["วัคซีนป้องกันโรค", ["วัคซีน"], ["วัคซีน"]],
  ["천일염이면 좋고 천일염들에서는, 천일염전", ["천일염"], ["천일염", "천일염"]],
  ["WHO는 WHO에서도 WHO관", ["WHO"], ["WHO", "WHO"]],
  ["בקמח והקמח, קמחים", ["קמח"], ["קמח", "קמח"]],
  ["a cat, concat cats", ["cat"], ["cat"]],
  ["two\nwords here", ["two words", "two"], ["two\nwords"]],
])("%s: %j", (text, words, found) => {
  expect([...matchWords(text, wholeWords(words))].map(([word]) => word)).toEqual(found);
});
