package org.kaiyuan.platform.notices;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Which addresses webhooks may reach: those of the open network, and what the operator allows by {@code
 * kaiyuan.webhooks.allowed} (addresses or blocks such as {@code 10.20.0.0/16}, with commas between).
 *
 * <p>It is the resolver of the client itself: what it has looked at is what is connected to, so a name that
 * changes its address in between leads nowhere else.
 */
@Component
class PublicAddresses implements DnsResolver {
    /** Not for everybody: RFC 6890 and what has come since, and ways to wrap an IPv4 address into IPv6. */
    private static final List<Block> CLOSED =
            blocks(
                    "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,"
                            + "192.0.2.0/24,192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,"
                            + "224.0.0.0/4,240.0.0.0/4,::/96,64:ff9b::/96,64:ff9b:1::/48,100::/64,2001::/23,2001:db8::/32,"
                            + "2002::/16,3fff::/20,5f00::/16,fc00::/7,fe80::/10,fec0::/10,ff00::/8");

    private final List<Block> allowed;

    /** Addresses that begin alike. */
    private record Block(byte[] address, int bits) {
        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            int mask = 0xFF << (8 - rest) & 0xFF;
            return rest == 0 || (address[whole] & mask) == (other[whole] & mask);
        }
    }

    PublicAddresses(Environment environment) {
        allowed = blocks(environment.getProperty("kaiyuan.webhooks.allowed", ""));
    }

    /** Whether the operator has opened it, though it is not of the open network. */
    boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(block -> block.holds(address.getAddress()));
    }

    boolean mayReach(InetAddress address) {
        return isAllowed(address)
                || CLOSED.stream().noneMatch(block -> block.holds(address.getAddress()));
    }

    /** @throws UnknownHostException also when one of its addresses is not of the open network */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (var address : found) {
            if (!mayReach(address)) {
                throw new ClosedAddress(host);
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The address is not of the open network. */
    static final class ClosedAddress extends UnknownHostException {
        ClosedAddress(String host) {
            super(host + " has an address that is private, local or reserved");
        }
    }

    private static List<Block> blocks(String text) {
        var blocks = new ArrayList<Block>();
        for (var one : text.split(",")) {
            if (one.isBlank()) {
                continue;
            }
            var parts = one.strip().split("/", 2);
            if (!parts[0].matches("[0-9a-fA-F:.]+")) {
                throw new IllegalStateException(
                        "kaiyuan.webhooks.allowed takes addresses and blocks such as 10.20.0.0/16, not "
                                + one);
            }
            try {
                var address = InetAddress.getByName(parts[0]);
                int most = address instanceof Inet4Address ? 32 : 128;
                int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
                blocks.add(new Block(address.getAddress(), Math.clamp(bits, 0, most)));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
        return List.copyOf(blocks);
    }
}
