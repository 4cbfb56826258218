import { describe, expect, test } from "vitest";
import { doiAddress, toValidAddress } from "../../src/model/address.ts";

describe("an address", () => {
  test.each([
    ["https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"],
    ["https://example.org/é", "https://example.org/é"],
    ["https://example.org/a b", "https://example.org/a%20b"],
    ["https://example.org/50%", "https://example.org/50%25"],
    ["https://example.org/%zz%20", "https://example.org/%25zz%20"],
    ["https://example.org/#a#b", "https://example.org/#a%23b"],
    ["https://example.org/x[1]{2}|3^4`5", "https://example.org/x%5B1%5D%7B2%7D%7C3%5E4%605"],
    ["http://[::1]/x[1]", "http://[::1]/x%5B1%5D"],
    ["http://%5B::1%5D:8080/x%5B1%5D", "http://[::1]:8080/x%5B1%5D"],
    ["http://example.org\\a\\b", "http://example.org/a/b"],
    ["http://example.org%5Ca%5Cb", "http://example.org/a/b"],
    ["http://gr%C3%B6%C3%9Fe.example/%C3%9F", "http://größe.example/%C3%9F"],
    ["http://m%C3%BC:pa%C3%BC@example.org/", "http://m%C3%BC:pa%C3%BC@example.org/"],
    ["mailto:a@example.org?subject=a b", "mailto:a@example.org?subject=a%20b"],
    ["https://a@b@example.org/", "https://a%40b@example.org/"],
    ["tel:+1-555", "tel:+1-555"],
  ])("%s is written %s", (written, valid) => {
    expect(toValidAddress(written)).toBe(valid);
  });

  test.each(["https:/example.org/x", "http:///x", "https:", "http://", "https://exa mple", "http://a^b/"])(
    "%s names no host",
    (written) => {
      expect(toValidAddress(written)).toBeUndefined();
    },
  );
});

test("a DOI with signs of its own keeps them, encoded", () => {
  const doi = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2";
  expect(doiAddress(doi)).toBe(`https://doi.org/${doi.replace("<", "%3C").replace(">", "%3E")}`);
  expect(doiAddress("10.1/a?b#c")).toBe("https://doi.org/10.1/a%3Fb%23c");
});
