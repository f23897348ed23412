package org.kaiyuan.platform.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A network, or one address, of IPv4 or IPv6 (CIDR, RFC 4632 and 4291). No name is ever looked up.
 *
 * @param bits how many leading bits count, 0 to 32 or 128
 */
record AddressRange(InetAddress network, int bits) {
    /** What Java would take for a name is not asked for: no lookup. */
    private static final Pattern LITERAL =
            Pattern.compile(
                    "(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    /**
     * Reads {@code 10.1.0.0/16}, {@code 2001:db8::/32} or one address; what stands behind the leading bits
     * is taken as zero.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static AddressRange of(String text) {
        var stripped = text.strip();
        int slash = stripped.indexOf('/');
        var address = literal(slash < 0 ? stripped : stripped.substring(0, slash));
        int most = address.getAddress().length * 8;
        int bits = most;
        if (slash >= 0) {
            var wanted = stripped.substring(slash + 1);
            if (!wanted.matches("\\d{1,3}") || Integer.parseInt(wanted) > most) {
                throw new IllegalArgumentException(text);
            }
            bits = Integer.parseInt(wanted);
        }
        return new AddressRange(leading(address, bits), bits);
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length == network.getAddress().length
                && leading(address, bits).equals(network);
    }

    /** An address as a connection shows it, without the zone of a link-local one. */
    static InetAddress literal(String text) {
        int zone = text.indexOf('%');
        var address = zone < 0 ? text : text.substring(0, zone);
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException(text);
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException notOne) {
            throw new IllegalArgumentException(text, notOne);
        }
    }

    private static InetAddress leading(InetAddress address, int bits) {
        var bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(bits - i * 8, 0, 8);
            bytes[i] &= (byte) (0xff << (8 - kept));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Always with its bits, so that the same network is written in one way. */
    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }
}
