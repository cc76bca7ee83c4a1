// Which addresses are the public internet.
import ipaddr from "ipaddr.js";

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
/** Looks public, but answers virtual machines with what is meant for them alone. */
const HOST_OF_AZURE = "168.63.129.16";

/** Whether an IP address belongs to the public internet: no private, loopback, link-local, mapped or tunnelled one. */
export function isPublicAddress(address: string): boolean {
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return isPublic4(parsed);
  if (parsed.isIPv4MappedAddress()) return isPublic4(parsed.toIPv4Address());
  // What the internet uses of IPv6 begins with the bits 001; ::127.0.0.1 and much else that is no named range does not.
  return parsed.range() === "unicast" && parsed.match(GLOBAL_UNICAST);
}

function isPublic4(address: ipaddr.IPv4): boolean {
  return address.range() === "unicast" && address.toString() !== HOST_OF_AZURE;
}
