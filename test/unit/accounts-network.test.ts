import { expect, test } from "vitest";
import { networkOf } from "../../functions/http/network.ts";

test.each([
  // straight from outside: nobody can say that it was somebody else
  ["203.0.113.7", undefined, "203.0.113.7"],
  ["203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["::ffff:203.0.113.7", undefined, "203.0.113.7"],
  // behind a proxy of one's own: its word counts, the rest of the header does not
  ["127.0.0.1", "198.51.100.1", "198.51.100.1"],
  ["10.0.0.2", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
  ["::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  // a proxy that says nothing, and a neighbour
  ["127.0.0.1", undefined, ""],
  ["::1", " ", ""],
  ["192.168.1.20", undefined, "192.168.1.20"],
  [undefined, undefined, ""],
  // one connection has all addresses of its first 64 bits
  ["2001:0db8:0001:0002:aaaa::1", undefined, "2001:db8:1:2"],
  ["2001:db8:1:2::9", undefined, "2001:db8:1:2"],
  ["2001:db8::9", undefined, "2001:db8:0:0"],
])("%s with %s asks from %s", (peer, forwarded, network) => {
  expect(networkOf(peer, forwarded)).toBe(network);
});
