//! Which addresses of the network belong to the public.
//!
//! Links come from content, and whoever wrote it may be anybody. A check that runs inside a company
//! or a cloud must not be led to machines that only its own network can reach. The address is
//! looked at after the name was resolved, whatever way it was spelt.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address can be reached by readers anywhere: by the registries of special addresses of
/// IANA (RFC 6890 and later).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = a == 0
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        // Carriers' own networks, protocol assignments, the former relay of 6to4, benchmarks;
        // multicast and reserved.
        || a == 100 && (64..128).contains(&b)
        || a == 192 && b == 0 && c == 0
        || a == 192 && b == 88 && c == 99
        || a == 198 && (b == 18 || b == 19)
        || a >= 224;
    !is_special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let inside = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match address.segments() {
        // An IPv4 address in other clothes: mapped, translated (NAT64), or of 6to4.
        [0, 0, 0, 0, 0, 0xFFFF, high, low] | [0x64, 0xFF9B, 0, 0, 0, 0, high, low] => {
            inside(high, low)
        }
        [0x2002, high, low, ..] => inside(high, low),
        // Teredo, benchmarks and others of their kind; documentation, twice.
        [0x2001, 0..0x200 | 0xDB8, ..] | [0x3FFF, 0..0x1000, ..] => false,
        // Of the rest only global unicast.
        [first, ..] => first & 0xE000 == 0x2000,
    }
}
