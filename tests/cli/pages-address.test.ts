import { expect, test } from "vitest";
import { pagesAddress } from "../../src/scaffold/pages-address.ts";

test.each([
  ["https://github.com/Some-Owner/Texts.git", "https://some-owner.github.io/Texts/"],
  ["https://user:secret@github.com/owner/texts/", "https://owner.github.io/texts/"],
  ["git@github.com:owner/texts.of.mine.git", "https://owner.github.io/texts.of.mine/"],
  ["ssh://git@ssh.github.com:443/owner/texts.git", "https://owner.github.io/texts/"],
  ["git@github.com:Owner/owner.github.io.git", "https://owner.github.io/"],
  ["https://gitlab.com/group/part/texts.git", "https://group.gitlab.io/part/texts/"],
  ["git@gitlab.com:owner/texts.git", "https://owner.gitlab.io/texts/"],
  ["https://gitlab.com/owner/owner.gitlab.io", "https://owner.gitlab.io/"],
  ["git@gitlab.example.org:owner/texts.git", undefined],
  ["https://github.com.example.org/owner/texts", undefined],
  ["https://github.com/texts", undefined],
  ['git@github.com:owner/te"xts.git', undefined],
  ["C:/repositories/texts", undefined],
  ["../texts", undefined],
  ["", undefined],
])("%s is published at %s", (remote, address) => {
  expect(pagesAddress(remote)).toBe(address);
});
