package kr.dure.api.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses belong to the public internet: those of IPv4 that IANA has not set aside, and those of IPv6 that are global
 * unicast (2000::/3) and stand for none of IPv4.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA IPv4 Special-Purpose Address Registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IANA IPv6 Special-Purpose Address Registry</a>
 */
final class Networks {
    private static final List<Block> NOT_PUBLIC_4 = List.of(
            Block.of(8, 0), // this network
            Block.of(8, 10), // private, RFC 1918
            Block.of(10, 100, 64), // carrier-grade NAT, RFC 6598
            Block.of(8, 127), // loopback
            Block.of(16, 169, 254), // link-local, where clouds keep their metadata
            Block.of(12, 172, 16), // private
            Block.of(24, 192, 0, 0), // IETF protocols
            Block.of(24, 192, 0, 2), // documentation
            Block.of(24, 192, 88, 99), // 6to4 relays
            Block.of(16, 192, 168), // private
            Block.of(15, 198, 18), // benchmarks
            Block.of(24, 198, 51, 100), // documentation
            Block.of(24, 203, 0, 113), // documentation
            Block.of(4, 224), // multicast
            Block.of(4, 240)); // reserved, and broadcast

    private static final Block GLOBAL_6 = Block.of(3, 0x20);
    private static final List<Block> NOT_PUBLIC_6 = List.of(
            Block.of(23, 0x20, 0x01, 0x00), // IETF protocols, Teredo among them
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
            Block.of(16, 0x20, 0x02), // 6to4: an address of IPv4 inside
            Block.of(20, 0x3f, 0xff, 0x00)); // documentation

    private Networks() {}

    /** The addresses of a network: those that begin with the same bits. */
    private record Block(int bits, byte[] start) {
        static Block of(int bits, int... start) {
            byte[] bytes = new byte[Math.max(start.length, (bits + 7) / 8)];
            for (int i = 0; i < start.length; i++) {
                bytes[i] = (byte) start[i];
            }
            return new Block(bits, bytes);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Java takes an IPv4 address within one of IPv6 (::ffff:0:0/96) for what it is: one of IPv4. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? GLOBAL_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes))
                : NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
    }
}
